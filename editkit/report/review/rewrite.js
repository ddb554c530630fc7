/* Writing in place: a field for each place of an item, where it stands in the article. */
const rewriting = {
  item: null,
  fields: [],

  open(item) {
    if (!item || rewriting.item) return;
    rewriting.item = item;
    const { source } = item.file;
    const edits = item.isOwn && item.state === "pending" ? review.made(item.file) : item.edits();
    rewriting.given = item.decision.state === "rewritten" ? item.decision.texts : item.pieces.map(({ start, end }) => source.spliced(edits, start, end));
    const many = item.pieces.length > 1;
    rewriting.fields = rewriting.given.map((text, number) => {
      const value = text.replace(/\r\n?/g, "\n");
      const long = value.length > 60 || value.includes("\n");
      const label = many ? `Rewrite, place ${number + 1}` : "Rewrite as";
      const field = element("textarea", { value, rows: long ? Math.ceil(value.length / 60) : 1, cols: Math.max(8, value.length + 2), className: long ? "long" : "", ariaLabel: label, dir: "auto", spellcheck: true });
      rewriting.places()[number].append(field);
      return field;
    });
    rewriting.toggle(true);
    rewriting.fields[rewriting.fields.length - 1].after(at("rewrite"));
    rewriting.fields[0].focus();
    rewriting.fields[0].select();
  },

  /* The elements in which the pieces of the item stand, in the order of the pieces. */
  places: () => rewriting.item.places.toSorted((a, b) => (a.dataset.piece ?? 0) - (b.dataset.piece ?? 0)),

  /* A field shows every line end as "\n": a text that was not touched keeps its own. */
  finish() {
    const { item, given, fields } = rewriting;
    const { newline } = item.file.source;
    const texts = fields.map(({ value }, number) => (value === given[number].replace(/\r\n?/g, "\n") ? given[number] : value.replace(/\n/g, newline)));
    rewriting.leave();
    const idle = item.isOwn && texts[0] === item.found;
    changed(review.decide([[item, idle ? { state: "pending" } : { state: "rewritten", texts }]]), idle ? "The sentence is as it was." : "Rewritten.");
    select(item, { focus: true });
  },

  leave() {
    rewriting.toggle(false);
    rewriting.fields.forEach((field) => field.remove());
    document.body.append(at("rewrite"));
    const { item } = rewriting;
    rewriting.item = null;
    paint([item]);
  },

  toggle(open) {
    at("rewrite").hidden = !open;
    for (const place of rewriting.places()) {
      place.classList.toggle("editing", open);
      if (open && rewriting.item.isOwn) {
        const field = place.querySelector(":scope > textarea");
        fold(place, true);
        place.append(field);
      }
    }
    document.body.classList.toggle("rewriting", open);
  },
};

function leaveRewrite() {
  rewriting.leave();
  select(current, { focus: true });
}
