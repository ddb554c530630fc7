"""TBX files in each version and style."""

from editkit.termbase.loaded import LoadedGlossary
from editkit.termbase.tbx import read_tbx

V2_TIG = """<?xml version="1.0" encoding="utf-8"?>
<martif type="TBX" xml:lang="en">
  <martifHeader><fileDesc><sourceDesc><p>made for a test</p></sourceDesc></fileDesc></martifHeader>
  <text><body>
    <termEntry id="rope-1">
      <!-- to do --><?and done?><note>for   the <hi>mountain</hi> pages</note>
      <langSet xml:lang="en-GB">
        <tig>
          <term>aerial <!-- sic -->
            tramway</term>
          <termNote type="partOfSpeech">noun</termNote>
          <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote>
        </tig>
        <tig>
          <term>cable car</term>
          <termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>
        </tig>
      </langSet>
      <langSet xml:lang="fr"><tig><term>téléphérique</term></tig></langSet>
    </termEntry>
  </body></text>
</martif>
"""


V2_NTIG = """<martif type="TBX-Basic" xml:lang="en-US"><text><body>
<termEntry id="17_42">
<langSet xml:lang="en-US">
<descripGrp><descrip type="definition">A car on a rope.</descrip></descripGrp>
<ntig><termGrp>
<term id="17_42_1">tramway</term>
<termNote type="partOfSpeech">Noun</termNote>
</termGrp></ntig>
<ntig><termGrp>
<term>lift</term>
<termNoteGrp><termNote type="normativeAuthorization">supersededTerm</termNote></termNoteGrp>
</termGrp></ntig>
</langSet>
</termEntry>
</body></text></martif>
"""


def parsed(text: str) -> LoadedGlossary:
    return read_tbx(text.encode(), uri="g.tbx")
