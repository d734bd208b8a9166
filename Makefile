# « make help » dit ce que fait chaque commande.

VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
AVANT ?= origin/main
BASE ?= origin/main
PYTHON ?= $(firstword $(foreach p,python3.13 python3.12 python3.11 python3,$(shell $(p) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' 2>/dev/null && echo $(p))))
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
ECHEC := (echo "Installation impossible. Le réseau répond-il ? Relancez la même commande ; pour repartir de zéro : make clean" >&2; exit 1)
# npm peut manquer là où Node est : celui de requirements/node.txt le remplace.
NPM := { command -v npm >/dev/null || test -x $(BIN)/npm || $(PIP) -r requirements/node.txt; } && PATH="$$PATH:$(CURDIR)/$(BIN)" npm ci --ignore-scripts --loglevel=error

.DEFAULT_GOAL := help
.PHONY: help serve test test-complet banc check nouveau site hors-ligne comparer portee adresses arbres enonces publiable liens hebdomadaire fumee retour schemas lock clean

help: ## affiche cette aide
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1|/' | awk -F'|' '{printf "%-22s %s\n", $$1, $$2}'

serve: $(VENV)/.site $(VENV)/.node $(if $(LIVRABLES),node_modules/.polices) ## vérifie, construit et sert le site sur http://127.0.0.1:8000 (autre port : PORT=8001 ; fichiers à emporter : LIVRABLES=1)
	@$(BIN)/python -m scripts serve --port $(PORT) $(if $(LIVRABLES),--livrables)

test: $(VENV)/.tests $(VENV)/.node $(VENV)/.java node_modules/.stamp ## installe ce qu’il faut et lance tous les tests, navigateur compris
	@sh tests/chromium.sh
	@sh tests/pango.sh $(BIN)/python
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy
	@$(BIN)/python -m pytest -n 2 --dist worksteal

test-complet: test ## tout ce que fait « test », et ce qui est trop long pour lui
	@$(BIN)/python -m pytest -n 2 --dist worksteal -m complet --durations 5

banc: $(VENV)/.tests $(VENV)/.node ## mesure la recherche, à 76 et à 2 076 pages, à côté de celle de Material
	@$(BIN)/python -m tests.bench.recherche

check: $(VENV)/.site ## vérifie le contenu sans rien construire (FIX=1 corrige la typographie)
	@$(BIN)/python -m scripts check $(if $(FORMAT),--format $(FORMAT)) $(if $(FIX),--fix)

nouveau: $(VENV)/.site ## ajoute une ressource, une question, une pratique… en répondant à des questions
	@$(BIN)/python -m scripts nouveau

site: $(VENV)/.site $(VENV)/.node node_modules/.polices ## construit le site vérifié dans site/, ou n’y touche pas
	@$(BIN)/python -m scripts site

hors-ligne: $(VENV)/.site $(VENV)/.node node_modules/.polices ## construit le site et son archive à lire sans réseau : site/livrables/hors-ligne.zip
	@$(BIN)/python -m scripts site --hors-ligne

comparer: $(VENV)/.site $(VENV)/.node node_modules/.polices ## montre ce qui change pour les lecteurs, depuis une version (AVANT=origin/main), dans comparaison/
	@$(BIN)/python -m scripts comparer --base "$(AVANT)" --sortie comparaison

portee: $(VENV)/.site ## dit ce que touche une modification, depuis une version (BASE=origin/main)
	@$(BIN)/python -m scripts portee --base "$(BASE)"

adresses: $(VENV)/.site ## ajoute à data/adresses.yml les adresses publiées depuis
	@$(BIN)/python -m scripts adresses

arbres: $(VENV)/.site ## écrit tous les chemins des arbres de décision, pour une relecture
	@$(BIN)/python -m scripts arbres

enonces: $(VENV)/.site ## liste chaque énoncé juridique et sa source, pour un juriste (FORMAT=csv)
	@$(BIN)/python -m scripts enonces $(if $(FORMAT),--format $(FORMAT))

publiable: $(VENV)/.site ## dit ce qui manque aux mentions légales avant de publier
	@$(BIN)/python -m scripts publiable

liens: $(VENV)/.site ## sonde les liens externes et dit lesquels sont morts (quelques minutes ; FORMAT=markdown)
	@$(BIN)/python -m scripts liens $(if $(FORMAT),--format $(FORMAT))

hebdomadaire: $(VENV)/.site ## écrit rapport.md : liens, dates, réglages à revoir cette semaine
	@$(BIN)/python -m scripts hebdomadaire

# L’adresse et la version passent par l’environnement : le shell ne les lit pas.
fumee: $(VENV)/.site ## contrôle le site en ligne : make fumee URL=https://…/ (COMMIT=… exige cette version)
	@test -n "$$URL" || { echo "Dites quelle adresse : make fumee URL=https://www.exemple.fr/" >&2; exit 1; }
	@$(BIN)/python -m scripts fumee --commit="$$COMMIT" -- "$$URL"

retour: $(VENV)/.site ## remet le site dans un état passé : make retour VERSION=<commit ou étiquette> (POUSSER=1 l’envoie)
	@test -n "$$VERSION" || { echo "Dites quelle version : make retour VERSION=<commit ou étiquette>" >&2; exit 1; }
	@$(BIN)/python -m scripts retour $(if $(POUSSER),--pousser) -- "$$VERSION"

schemas: $(VENV)/.site ## refait depuis les modèles data/schemas/, data/modeles/ et les formulaires
	@$(BIN)/python -m scripts schemas

lock: ## recalcule les versions figées de requirements/ (demande uv)
	@for f in site tests node java; do uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-annotate --no-emit-index-url --no-emit-find-links requirements/$$f.in -o requirements/$$f.txt || exit 1; done

clean: ## efface l’environnement et le site construit
	rm -rf $(VENV) site node_modules

$(BIN)/python:
	@test -n "$(PYTHON)" || (echo "Il faut Python 3.11, 3.12 ou 3.13 : installez-le, puis relancez." >&2; exit 1)
	@echo "Préparation de l’environnement ($(PYTHON))…" >&2
	@$(PYTHON) -m venv $(VENV) || (rm -rf $(VENV); echo "Python n’a pas pu créer $(VENV). Sous Debian : apt install python3-venv" >&2; exit 1)

$(VENV)/.site: requirements/site.txt | $(BIN)/python
	@$(PIP) -r $< || $(ECHEC)
	@touch $@

$(VENV)/.tests: requirements/tests.txt | $(BIN)/python
	@$(PIP) -r $< || $(ECHEC)
	@touch $@ $(VENV)/.site

# Node vient de la machine quand elle l’a.
$(VENV)/.node: requirements/node.txt | $(BIN)/python
	@command -v node >/dev/null || $(PIP) -r $< || $(ECHEC)
	@touch $@

# Java de même, à partir de 17 : le contrôleur HTML ne lit pas plus ancien.
$(VENV)/.java: requirements/java.txt | $(BIN)/python
	@java -version 2>&1 | grep -qE 'version "(1[7-9]|[2-9][0-9])' || $(PIP) -r $< || $(ECHEC)
	@touch $@

node_modules/.stamp: package-lock.json | $(VENV)/.node
	@$(NPM) >/dev/null || $(ECHEC)
	@touch $@

# Les polices des livrets : la seule part de npm que demande la construction.
node_modules/.polices: package-lock.json | $(VENV)/.node
	@test node_modules/.stamp -nt package-lock.json || { $(NPM) --omit=dev >/dev/null; } || $(ECHEC)
	@touch $@
