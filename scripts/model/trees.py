"""Decision trees: questions, answers that lead on, and sourced conclusions."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from .fields import Fiche, Identifiant, Publics, Resume, Sourcee, Sources, Texte, TexteRiche

Court = Annotated[Texte, StringConstraints(max_length=120)]


class Reponse(Fiche):
    """Une réponse possible, et où elle mène."""

    reponse: Court = Field(description="La réponse, à la première personne (120 signes au plus).")
    vers: Identifiant = Field(
        description="Identifiant de la question ou de la conclusion qui suit."
    )


class Choix(Fiche):
    """Une question de l’arbre."""

    question: Court = Field(description="La question, en une phrase (120 signes au plus).")
    aide: TexteRiche | None = Field(
        default=None, description="De quoi répondre sans se tromper : définition, où regarder."
    )
    reponses: Annotated[list[Reponse], Field(min_length=2, max_length=6)] = Field(
        description="De deux à six réponses, la plus courante d’abord."
    )
    sources: Sources


class Conclusion(Fiche):
    """Là où un chemin s’arrête."""

    genre: Literal["possible", "impossible", "a-verifier"] = Field(
        description="possible, impossible ou a-verifier."
    )
    titre: Court = Field(description="La conclusion en une phrase (120 signes au plus).")
    pourquoi: TexteRiche = Field(
        description="Ce qui mène à cette conclusion, en deux ou trois phrases."
    )
    suites: list[TexteRiche] = Field(
        min_length=1,
        description="Ce que la personne fait ensuite : qui, quoi, quand, dans l’ordre.",
    )
    autres_voies: list[TexteRiche] = Field(
        default=[], description="Ce qui reste possible autrement ; obligatoire si impossible."
    )
    reserve: TexteRiche | None = Field(
        default=None, description="Ce qui reste incertain, et à qui le demander."
    )
    sources: Sources


class Arbre(Sourcee):
    """Un arbre de décision : des questions, des réponses, des conclusions sourcées."""

    titre: Texte = Field(description="La question à laquelle l’arbre répond.")
    resume: Resume
    publics: Publics
    debut: Identifiant = Field(description="Identifiant de la première question.")
    questions: dict[Identifiant, Choix] = Field(
        min_length=1, description="Les questions, par identifiant."
    )
    conclusions: dict[Identifiant, Conclusion] = Field(
        min_length=1, description="Les conclusions, par identifiant."
    )
    relu_par: Texte | None = Field(
        default=None, description="Juriste qui a relu l’arbre ; vide tant que personne ne l’a fait."
    )
