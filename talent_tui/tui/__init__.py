"""The app. `run` is all that the rest of the program needs of it."""

import gc

from talent_tui.workspace import Workspace


def run(workspace: Workspace) -> None:
    """Open the app on a timeline; returns when the person leaves. Raises StoreError where it cannot be read."""
    workspace.index  # noqa: B018 - a store that cannot be read is told before the screen is taken
    from talent_tui.tui.app import TalentApp

    gc.freeze()  # the timeline stays: the collector need not go through all of it again and again
    TalentApp(workspace).run()
