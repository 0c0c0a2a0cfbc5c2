"""`python -m attack_timeline`, for when the `attacks` command is not on the path."""

from attack_timeline.cli import main

main(prog_name="attacks")
