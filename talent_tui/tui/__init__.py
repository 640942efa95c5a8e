"""The app. `run` is all that the rest of the program needs of it."""

import gc

from talent_tui.desk import Desk
from talent_tui.workspace import Workspace


def run(workspace: Workspace, *, fresh: bool = False) -> str:
    """Open the app on a timeline, as it was left the last time, or `fresh`; returns when the person leaves.

    What is returned is still to be said then, '' for nothing. Raises StoreError where the timeline cannot be read.
    """
    workspace.index  # noqa: B018 - a store that cannot be read is told before the screen is taken
    from talent_tui.tui.app import TalentApp

    gc.freeze()  # the timeline stays: the collector need not go through all of it again and again
    app = TalentApp(workspace, Desk.of(workspace.path), fresh=fresh)
    app.run()
    return app.parting
