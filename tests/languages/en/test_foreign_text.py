"""Foreign text: short and long articles in French and English."""

import pytest

from editkit.languages.en.foreign_text import is_romance


@pytest.mark.parametrize(
    "text",
    [
        "Pour installer : lancez la commande.",
        "# Le projet\n\nUn nouveau thème : simple.",
        "Les fichiers de la liste sont dans le dossier du projet.",
        "Para instalar el paquete: ejecute una orden.",
    ],
)
def test_romance_text_is_recognized(text: str) -> None:
    assert is_romance(text)


@pytest.mark.parametrize(
    "text",
    [
        "Sales : up. Prices : down.",
        "A la carte menu : open daily",
        "The road to La Paz, de facto : closed.",
        "",
    ],
)
def test_english_text_is_not(text: str) -> None:
    assert not is_romance(text)
