"""The macros of the list pages, for mkdocs-macros-plugin.

Only the pages named in `force_render_paths` of `mkdocs.yml` run them.
"""

from typing import Any

from scripts.render import catalogue, evidence_lists, lists, news, service_lists, state


def define_env(env: Any) -> None:
    """Register the macros; each is a function of the content as it stands now."""

    @env.macro  # type: ignore[untyped-decorator]
    def liste_ressources() -> str:
        return lists.ressources(state.base())

    @env.macro  # type: ignore[untyped-decorator]
    def liste_questions() -> str:
        return lists.questions(state.base())

    @env.macro  # type: ignore[untyped-decorator]
    def liste_glossaire() -> str:
        return lists.glossaire(state.base())

    @env.macro  # type: ignore[untyped-decorator]
    def liste_experiences(cycle: str) -> str:
        return evidence_lists.experiences(state.base(), cycle)

    @env.macro  # type: ignore[untyped-decorator]
    def liste_metiers() -> str:
        return evidence_lists.metiers(state.base())

    @env.macro  # type: ignore[untyped-decorator]
    def liste_pays() -> str:
        return evidence_lists.pays(state.base())

    @env.macro  # type: ignore[untyped-decorator]
    def pratiques_par(facette: str) -> str:
        return catalogue.listing(state.base(), facette)

    @env.macro  # type: ignore[untyped-decorator]
    def liste_nouveautes() -> str:
        return news.markdown(state.base())

    @env.macro  # type: ignore[untyped-decorator]
    def mentions() -> str:
        return service_lists.mentions(state.reglages())

    @env.macro  # type: ignore[untyped-decorator]
    def nous_ecrire() -> str:
        return service_lists.contact(state.reglages())
