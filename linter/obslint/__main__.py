"""`python -m obslint` is the command `obslint`."""

from obslint.cli import main

if __name__ == "__main__":
    main()
