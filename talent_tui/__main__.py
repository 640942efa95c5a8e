"""`python -m talent_tui` is the same as the command `talent-tui`."""

from talent_tui.main import main

if __name__ == "__main__":
    main()
