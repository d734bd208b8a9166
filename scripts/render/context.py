"""Items → ready HTML strings for the templates of `overrides/`.

Every string here is escaped and typeset: templates print it as it is. Links
inside the site start with `@/`; the template puts the way to the root there.
"""

import html
import re
from dataclasses import dataclass
from datetime import date
from typing import Any

from ..load import Base, Item
from ..model import Atelier, Cycle, Frein, Livrable, Question, Ressource, Source
from .dates import french_date, months_before
from .doors import DOORS, Door
from .labels import ETATS, LANGUES, STATUTS
from .markdown import convert
from .sorting import sort_key
from .typography import typeset
from .urls import anchor_url, page_url, resolve

Strings = dict[str, Any]


def site_context(base: Base, today: date) -> Strings:
    """What every template may read: settings, and the parts of each page by URL."""
    return _Context(base, today).site()


@dataclass
class _Context:
    base: Base
    today: date

    def site(self) -> Strings:
        pages = {page_url(item.path): self.page(item) for item in self._page_items()}
        reglages = self.base.reglages
        assert reglages is not None
        settings = {k: text(v) for k, v in reglages.model_dump().items() if v is not None}
        return {
            "reglages": settings,
            "pages": pages,
            "cycles": self.cycles(),
            "portes": [self.door(door) for door in DOORS],
        }

    def door(self, door: Door) -> Strings:
        return {
            "nom": text(door.nom),
            "texte": text(door.texte),
            "url": f"@/{door.url}",
            "cycle": door.cycle,
        }

    def _page_items(self) -> list[Item[Any]]:
        base = self.base
        return [*base.pages, *base.cycles, *base.ateliers, *base.pratiques, *base.guide]

    def page(self, item: Item[Any]) -> Strings:
        fiche = item.fiche
        parts: Strings = {
            "genre": item.collection,
            "titre": text(fiche.titre),
            "resume": text(fiche.resume),
            "verifie_le": french_date(fiche.verifie_le),
            "publie_le": french_date(fiche.publie_le),
            "avis": self.notice(fiche.valable_jusqu_au),
            "sources": [self.source(source) for source in fiche.sources],
            "statut": STATUTS.get(getattr(fiche, "statut", "")),
            "reserve": rich(getattr(fiche, "reserve", None), item.path),
            "proposition": getattr(fiche, "nature", None) == "proposition",
        }
        if isinstance(fiche, Cycle):
            parts |= self.cycle(item)
        elif isinstance(fiche, Atelier):
            parts |= self.atelier(item)
        return parts

    def notice(self, end: date | None) -> str | None:
        """The visible warning on a page whose text has, or will soon have, no force."""
        if end is None:
            return None
        if end < self.today:
            return f"Ce contenu repose sur un texte qui a pris fin le {french_date(end)}."
        if months_before(end, 6) <= self.today:
            return f"Ce contenu repose sur un texte qui prend fin le {french_date(end)}."
        return None

    def source(self, source: Source) -> Strings:
        ressource = self.base.items["ressources"][source.ressource].fiche
        return self.ressource(source.ressource, ressource) | {
            "precision": text(source.precision or "")
        }

    def ressource(self, ressource_id: str, ressource: Ressource) -> Strings:
        return {
            "titre": html.escape(ressource.titre)
            if ressource.langue != "fr"
            else text(ressource.titre),
            "editeur": text(ressource.editeur),
            "annee": ressource.annee,
            "url": html.escape(ressource.url or "", quote=True),
            "langue": ressource.langue,
            "en_langue": LANGUES[ressource.langue],
            "notice": anchor_url("ressources", ressource_id) if ressource.liste else "",
            "resume": text(ressource.resume),
        }

    def cycles(self) -> list[Strings]:
        return [self.cycle_card(item) for item in self.base.cycles]

    def cycle_card(self, item: Item[Cycle]) -> Strings:
        ateliers = [a for a in self.base.ateliers if a.fiche.cycle == item.id]
        return {
            "id": item.id,
            "url": "@/" + page_url(item.path),
            "titre": text(item.fiche.titre),
            "question": text(item.fiche.question),
            "resume": text(item.fiche.resume),
            "ordre": item.fiche.ordre,
            "etat": self.state(ateliers),
        }

    def state(self, ateliers: list[Item[Atelier]]) -> str:
        """One state for a cycle when its ateliers share it, else a count."""
        labels = [self.etat(item.fiche) for item in ateliers]
        if len(set(labels)) == 1:
            return f"{len(labels)} ateliers, {labels[0].replace('annoncé', 'annoncés')}"
        done = sum(item.fiche.etat == "publie" for item in ateliers)
        return f"ateliers publiés : {done} sur {len(labels)}"

    def etat(self, atelier: Atelier) -> str:
        label = ETATS[atelier.etat]
        if atelier.etat == "annonce" and atelier.annonce_en:
            return f"{label} en {atelier.annonce_en}"
        return label

    def cycle(self, item: Item[Cycle]) -> Strings:
        freins = self.base.taxonomie.freins.items() if self.base.taxonomie else ()
        return self.cycle_card(item) | {
            "titre": text(item.fiche.question),
            "nom": text(item.fiche.titre),
            "pour_qui": [rich(ligne, item.path) for ligne in item.fiche.pour_qui],
            "questions": [rich(question, item.path) for question in item.fiche.questions],
            "freins": [self.frein(i, frein) for i, frein in freins if frein.cycle == item.id],
            "ateliers": [
                self.atelier_card(a) for a in self.base.ateliers if a.fiche.cycle == item.id
            ],
            "livrables": [
                self.livrable(one.fiche)
                for one in self.base.livrables
                if one.fiche.cycle == item.id
            ],
            "ressources": [
                self.ressource(one.id, one.fiche)
                for one in sorted(self.base.ressources, key=by_title)
                if one.fiche.liste and item.id in one.fiche.cycles
            ],
            "faq": [
                self.question(one)
                for one in sorted(self.base.questions, key=lambda one: one.fiche.ordre)
                if item.id in one.fiche.cycles
            ],
        }

    def frein(self, frein_id: str, frein: Frein) -> Strings:
        questions = [q for q in self.base.questions if frein_id in q.fiche.freins]
        ressources = [
            r for r in self.base.ressources if frein_id in r.fiche.freins and r.fiche.liste
        ]
        return {
            "id": frein_id,
            "nom": text(frein.nom),
            "description": rich(frein.description, "docs/index.md"),
            "questions": [self.question(one) for one in questions],
            "ressources": [self.ressource(one.id, one.fiche) for one in ressources],
        }

    def question(self, item: Item[Question]) -> Strings:
        return {"question": text(item.fiche.question), "url": anchor_url("faq", item.id)}

    def livrable(self, livrable: Livrable) -> Strings:
        return {
            "titre": text(livrable.titre),
            "resume": text(livrable.resume),
            "etat": ETATS[livrable.etat],
        }

    def atelier_card(self, item: Item[Atelier]) -> Strings:
        return {
            "url": "@/" + page_url(item.path),
            "titre": text(item.fiche.titre),
            "resume": text(item.fiche.resume),
            "ordre": item.fiche.ordre,
            "duree": duration(item.fiche.duree),
            "etat": self.etat(item.fiche),
        }

    def atelier(self, item: Item[Atelier]) -> Strings:
        fiche = item.fiche
        siblings = [a for a in self.base.ateliers if a.fiche.cycle == fiche.cycle]
        cycle = self.base.items["cycles"][fiche.cycle]
        start = 0
        steps = []
        for rank, etape in enumerate(fiche.deroule, 1):
            steps.append(
                {
                    "rang": rank,
                    "debut": f"{start // 60} h {start % 60:02}",
                    "minutes": etape.minutes,
                    "titre": text(etape.titre),
                    "consigne": rich(etape.consigne, item.path),
                }
            )
            start += etape.minutes
        return self.atelier_card(item) | {
            "cycle": self.cycle_card(cycle),
            "participants": f"{fiche.participants.min} à {fiche.participants.max} personnes",
            "materiel": [text(line) for line in fiche.materiel],
            "objectifs": [rich(line, item.path) for line in fiche.objectifs],
            "roles": [
                {"role": text(one.role), "fait": rich(one.fait, item.path)} for one in fiche.roles
            ],
            "deroule": steps,
            "questions": [text(line) for line in fiche.questions],
            "sorties": [rich(line, item.path) for line in fiche.sorties],
            "avant": [self.atelier_card(a) for a in siblings if a.fiche.ordre == fiche.ordre - 1],
            "apres": [self.atelier_card(a) for a in siblings if a.fiche.ordre == fiche.ordre + 1],
        }


def text(value: object) -> str:
    """Plain text, typeset and escaped: safe in HTML text and attributes."""
    return html.escape(typeset(str(value)), quote=True)


def rich(value: str | None, path: str) -> str:
    """Markdown prose of a field → HTML; one paragraph loses its `<p>`.

    `path` is the file it stands in: relative `.md` links are resolved from it.
    """
    if not value:
        return ""
    done = re.sub(r'href="([^"]*)"', lambda m: f'href="{resolve(m[1], path)}"', convert(value))
    single = re.fullmatch(r"<p>((?:(?!<p>).)*)</p>", done, re.S)
    return single[1] if single else done


def by_title(item: Item[Ressource]) -> str:
    """Sort key of a resource: its title as a French reader sorts it."""
    return sort_key(item.fiche.titre)


def duration(minutes: int) -> str:
    """105 → « 1 h 45 »."""
    hours, rest = divmod(minutes, 60)
    return f"{hours}\u00a0h\u00a0{rest:02}" if rest else f"{hours}\u00a0h"
