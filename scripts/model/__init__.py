"""What the site is made of: the only definition of every kind of content.

The loader validates files against these models, the checker follows their
references, and `data/schemas/*.json` is generated from them. Field
descriptions are in French because editors show them to the staff who write.
"""

from .cycles import Atelier, Cycle, Etape, Participants, Role
from .fields import Fiche, Prose, Reference, Source
from .guides import PageGuide, PageLibre, Pratique
from .notices import Livrable, Question, Ressource, Terme
from .settings import Frein, Libelle, Public, Reglages, Taxonomie

__all__ = [
    "Atelier",
    "Cycle",
    "Etape",
    "Fiche",
    "Frein",
    "Libelle",
    "Livrable",
    "PageGuide",
    "PageLibre",
    "Participants",
    "Pratique",
    "Prose",
    "Public",
    "Question",
    "Reference",
    "Reglages",
    "Ressource",
    "Role",
    "Source",
    "Taxonomie",
    "Terme",
]
