"""What a machine can refuse, said in French instead of a traceback."""

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from ..report import Refused, render, summary
from .limits import Exhausted, said

_CAUSES = {
    errno.ENOSPC: "le disque est plein. Libérez de la place, puis relancez.",
    errno.EDQUOT: "votre quota de disque est atteint. Libérez de la place, puis relancez.",
    errno.EFBIG: "fichier plus gros que ce que la construction peut écrire.",
    errno.EACCES: "accès refusé. Vérifiez à qui il appartient.",
    errno.EROFS: "le disque est en lecture seule.",
    errno.EADDRINUSE: "le port est déjà pris. Arrêtez l’autre serveur, ou : make serve PORT=8001",
}


def explained(command: Callable[[], int]) -> int:
    """Run `command`; any failure becomes one French message and exit code 1."""
    try:
        return command()
    except KeyboardInterrupt:
        print("\nArrêté.", file=sys.stderr)
        return 130
    except ValueError as error:
        if os.environ.get("AUJOURDHUI") and "isoformat" in str(error):
            given = os.environ["AUJOURDHUI"]
            print(f"AUJOURDHUI={given} : écrivez année-mois-jour, 2026-11-23.", file=sys.stderr)
            return 1
        return _unexpected(error)
    except Refused as error:
        print(f"{render(error.problems)}\n{summary(error.problems)}", file=sys.stderr)
        return 1
    except Exhausted as error:
        print(said(str(error)), file=sys.stderr)
        return 1
    except MemoryError:
        print(said("la mémoire permise"), file=sys.stderr)
        return 1
    except RecursionError:
        print(said("la profondeur permise"), file=sys.stderr)
        return 1
    except subprocess.TimeoutExpired as error:
        print(said(f"le temps permis ({Path(error.cmd[0]).name})"), file=sys.stderr)
        return 1
    except BrokenPipeError:
        return 1
    except OSError as error:
        print(cause(error), file=sys.stderr)
        return 1
    except Exception as error:
        return _unexpected(error)


def cause(error: OSError) -> str:
    """What the machine refused, where, and how to mend it."""
    why = _CAUSES.get(error.errno or 0, error.strerror or str(error))
    where = f"{error.filename} : " if error.filename else ""
    return f"Impossible : {where}{why}"


def _unexpected(error: Exception) -> int:
    if os.environ.get("TRACE"):
        raise error
    print(
        f"Panne inattendue ({type(error).__name__} : {error}).\n"
        "Ce n’est pas votre contenu : signalez-la, avec la sortie de la même commande "
        "précédée de TRACE=1.",
        file=sys.stderr,
    )
    return 1
