"""The action plan of a cycle: a table to fill in, as ODT and DOCX."""

from pathlib import Path

from ..load import Base, Item
from ..model import Cycle, Pratique
from ..render.dates import french_date
from ..render.parts import text
from ..render.sorting import sort_key
from .dates import data_date
from .files import stem
from .office import FORMATS, Writer, html_table

COLUMNS = {"Pratique": 34, "Premier pas": 24, "Qui": 14, "Quand": 9, "Revue": 9, "État": 10}
"""Each column and its share of the page, in hundredths."""
BLANK_ROWS = 3
BLANK_ROW = ["&nbsp;<br>&nbsp;", "", "", "", "", ""]
ADVICE = (
    "Gardez deux ou trois pratiques, effacez les autres lignes. Un premier pas se fait sous "
    "quinze jours : un appel, une date, une visite. Il porte un seul nom. À la date de revue, "
    "vous décidez de continuer, de corriger ou d’arrêter."
)


def write(base: Base, folder: Path, writer: Writer) -> None:
    """Write the plan of every cycle that announces one. Raises OSError when pandoc fails."""
    for livrable in base.livrables:
        if livrable.fiche.type == "plan-d-action":
            cycle = base.items["cycles"][livrable.fiche.cycle]
            title = f"Plan d’action : {cycle.fiche.titre}"
            page = _page(base, cycle)
            for suffix in FORMATS:
                writer.write(page, title, folder / f"{stem(livrable.fiche)}.{suffix}")


def _page(base: Base, cycle: Item[Cycle]) -> str:
    assert base.reglages is not None
    sheets = [one for one in base.pratiques if one.fiche.cycle == cycle.id]
    sheets.sort(key=lambda one: (one.fiche.effort, sort_key(one.fiche.titre)))
    rows = [_row(one.fiche) for one in sheets] + [BLANK_ROW] * BLANK_ROWS
    read = french_date(data_date(base, cycle.id))
    source = (
        f"{base.reglages.nom}. Fiches pratiques relues le {read}, classées de la plus légère à la "
        "plus soutenue. Contenu sous licence CC BY 4.0 : copiez, adaptez, citez la source."
    )
    return (
        f"<p><strong>{text(cycle.fiche.question)}</strong></p><p>{text(ADVICE)}</p>"
        f"{html_table(COLUMNS, rows, COLUMNS.values())}<p>{text(source)}</p>"
    )


def _row(fiche: Pratique) -> list[str]:
    facts = f"Effort {fiche.effort} sur 3. {fiche.delai.rstrip('.')}."
    name = f"<strong>{text(fiche.titre)}</strong><br>{text(facts)}"
    return [name, text(fiche.premier_pas), "", "", "", text("À faire")]
