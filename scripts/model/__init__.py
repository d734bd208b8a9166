"""What the site is made of: the only definition of every kind of content.

The loader validates files against these models, the checker follows their
references, and `data/schemas/*.json` is generated from them. Field
descriptions are in French because editors show them to the staff who write.
"""

from .addresses import Adresses, Redirection, Redirections
from .cycles import Atelier, Cycle, Etape, Participants, Role, Seance
from .evidence import Barre, Chiffre, Experience, FaitDate, Metier, Pays, Precaution
from .fields import Fiche, Prose, Reference, Source
from .guides import PageGuide, PageLibre, Pratique
from .notices import Livrable, Question, Ressource, Terme
from .settings import Frein, Libelle, Public, Reglages, Synonymes, Taxonomie
from .trees import Arbre, Choix, Conclusion, Reponse
from .watch import Evolution, Experimentation, Jalon

__all__ = [
    "Adresses",
    "Arbre",
    "Atelier",
    "Barre",
    "Chiffre",
    "Choix",
    "Conclusion",
    "Cycle",
    "Etape",
    "Evolution",
    "Experience",
    "Experimentation",
    "FaitDate",
    "Fiche",
    "Frein",
    "Jalon",
    "Libelle",
    "Livrable",
    "Metier",
    "PageGuide",
    "PageLibre",
    "Participants",
    "Pays",
    "Pratique",
    "Precaution",
    "Prose",
    "Public",
    "Question",
    "Redirection",
    "Redirections",
    "Reference",
    "Reglages",
    "Reponse",
    "Ressource",
    "Role",
    "Seance",
    "Source",
    "Synonymes",
    "Taxonomie",
    "Terme",
]
