"""The command line: parse, call, print. The one place where an error becomes one line and an exit code.

Only click is imported at the top; each command imports what it needs when it runs, so that `--help` is there at once.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING, Any

import click

from attack_timeline import __version__
from attack_timeline.errors import TimelineError
from attack_timeline.plain import plain_line
from attack_timeline.writing import print_out, terminal_width, wants_color, write_whole

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from attack_timeline.model import Article, Timeline

SOME_UNREAD = 3
FORMATS = {"table": (), "csv": (".csv",), "json": (".json",), "jsonl": (".jsonl", ".ndjson"), "md": (".md", ".markdown")}


class OneLineErrors(click.Group):
    """Errors that a user can mend end as one line on standard error and exit code 1; wrong usage stays 2."""

    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except TimelineError as error:
            raise click.ClickException(plain_line(str(error))) from error
        except BrokenPipeError:
            raise  # click ends silently when nobody reads on
        except OSError as error:
            raise click.ClickException(plain_line(f"{error.filename or 'input'}: {error.strerror or error}")) from error


path_arguments = click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=click.Path(allow_dash=True))
sources_option = click.option(
    "--sources", type=click.Path(dir_okay=False), metavar="FILE", help="What is known of the articles: path,published,publisher,title,url."
)
data_option = click.option(
    "--data", type=click.Path(file_okay=False), metavar="DIR", help="Knowledge that adds to, or overrides, what comes with the program."
)


@click.group(cls=OneLineErrors, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="attacks")
def main() -> None:
    """News articles in, a timeline of attacks on US sites in Iraq out.

    \b
    Examples:
      attacks build seeds/                        the timeline, as a table
      attacks build news/ -o timeline.csv         as a spreadsheet
      attacks build news/ | grep Balad            one line an incident
      attacks explain 2021-02-15-erbil seeds/     the words behind every value
    """
    # Many small records are made and few are dropped: collecting seldom saves a fifth of a short run.
    gc.set_threshold(100_000, 50, 50)


@main.command()
@path_arguments
@click.option("-f", "--format", "format_", type=click.Choice(list(FORMATS)), help="Default: by the suffix of -o, else table.")
@click.option("-o", "--output", type=click.Path(dir_okay=False), metavar="FILE", help="Write here, whole or not at all.")
@sources_option
@data_option
@click.option("-q", "--quiet", is_flag=True, help="No summary; articles that cannot be read are still named.")
def build(paths: tuple[str, ...], format_: str | None, output: str | None, sources: str | None, data: str | None, quiet: bool) -> None:
    """Read articles and print the timeline.

    PATH is a file (.txt, .md), a folder (read recursively, in name order) or - for one article on standard input.
    A sources.csv beside the articles says what they do not say themselves, such as their dates.
    The timeline goes to standard output, everything else to standard error.

    \b
    Exit codes:
      0  done
      1  the input or the knowledge is wrong
      2  wrong usage
      3  done, but some articles could not be read; they are named

    \b
    Examples:
      attacks build seeds/
      attacks build news/ more.txt -o timeline.json
      attacks build news/ --format csv > timeline.csv
      pbpaste | attacks build -
    """
    from attack_timeline.render import RENDERERS
    from attack_timeline.render.summary import summary

    output = None if output == "-" else output
    chosen = format_ or _format_of(output)
    timeline = _build(paths, sources, data)
    rendered = RENDERERS[chosen](timeline, width=None if output else terminal_width(), color=not output and wants_color())
    if output:
        write_whole(output, rendered)
    else:
        print_out(rendered)
    for line in () if quiet else summary(timeline):
        click.echo(line, err=True)
    _end(timeline.articles)


@main.command()
@click.argument("incident", metavar="ID")
@path_arguments
@sources_option
@data_option
def explain(incident: str, paths: tuple[str, ...], sources: str | None, data: str | None) -> None:
    """Show the words behind every value of an incident.

    ID is an incident's id or the beginning of one, such as its date. Each value is shown with the words it was read from, in their
    context, the article and the rule; where articles differ, with the reason why one value was chosen.

    \b
    Examples:
      attacks explain 2021-02-15-erbil seeds/
      attacks explain 2021-04-04-balad seeds/
    """
    from attack_timeline.render.explain import explain as explanation
    from attack_timeline.render.explain import incident_of

    timeline = _build(paths, sources, data)
    print_out(explanation(incident_of(timeline, incident), timeline, width=terminal_width(), color=wants_color()))
    _end(timeline.articles)


@main.command(short_help="Print an article as it was read.")
@click.argument("file", type=click.Path(allow_dash=True))
def text(file: str) -> None:
    """Print an article as it was read: the text that the offsets of evidence count in.

    \b
    Example:
      attacks text seeds/004_69430c30907e07b8.txt
    """
    from attack_timeline.reading import read_articles

    if os.path.isdir(file):
        raise click.UsageError(f"{file} is a folder; name one article.")
    [article] = read_articles([file])
    if article.error:
        raise TimelineError(f"{article.path}: {article.error}")
    print_out(article.text)


@main.command()
def schema() -> None:
    """Print the JSON Schema of the JSON output.

    \b
    Example:
      attacks schema > timeline.schema.json
    """
    from attack_timeline.render.document import render_schema

    print_out(render_schema())


@main.command(short_help="Validate the knowledge and try its examples.")
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(file_okay=False))
def check(folder: str | None) -> None:
    """Validate the knowledge and try the examples of every entry.

    DIR is a folder of your own YAML files, checked together with what comes with the program.

    \b
    Examples:
      attacks check
      attacks check my-data/
    """
    from pathlib import Path

    from attack_timeline.extract.annotate import word_problems
    from attack_timeline.knowledge import check as problems_of
    from attack_timeline.knowledge import load

    knowledge = load(Path(folder) if folder else None)
    problems = problems_of(knowledge) + word_problems(knowledge)
    for problem in problems:
        click.echo(plain_line(problem), err=True)
    if problems:
        raise TimelineError(f"the knowledge has {len(problems)} mistakes" if len(problems) > 1 else "the knowledge has a mistake")
    kinds = ("sites", "groups", "weapons", "places", "landmarks")
    click.echo(f"{', '.join(f'{len(getattr(knowledge, kind))} {kind}' for kind in kinds)}: all as they should be")


@main.command(short_help="List the dates that articles name, and the days they mean.")
@path_arguments
@click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day that 'yesterday' hangs on, as 2021-02-15; default: from sources.csv or the text.",
)
@click.option("-f", "--format", "format_", type=click.Choice(["table", "jsonl"]), default="table", show_default=True)
@sources_option
@data_option
def times(paths: tuple[str, ...], published: datetime | None, format_: str, sources: str | None, data: str | None) -> None:
    """List every date and time that articles name, and the days they mean.

    \b
    Examples:
      attacks times seeds/
      attacks times --published 2021-04-18 seeds/000_2d6b65ad3099593d.txt
    """
    from attack_timeline.pipeline import read_times
    from attack_timeline.render.times import render_times

    found = read_times(paths, published=f"{published:%Y-%m-%d}" if published else None, sources=sources, data=data)
    print_out(render_times(found, jsonl=format_ == "jsonl"))
    _end([article for article, _ in found])


def _build(paths: tuple[str, ...], sources: str | None, data: str | None) -> Timeline:
    from attack_timeline.pipeline import build as build_timeline

    if not sys.stderr.isatty():
        return build_timeline(paths, sources=sources, data=data)
    try:
        return build_timeline(paths, sources=sources, data=data, progress=lambda stage: click.echo(f"\r\x1b[K{stage} ...", err=True, nl=False))
    finally:
        click.echo("\r\x1b[K", err=True, nl=False)


def _format_of(output: str | None) -> str:
    if output is None:
        return "table"
    suffix = os.path.splitext(output)[1].lower()
    for name, suffixes in FORMATS.items():
        if suffix in suffixes:
            return name
    if suffix in ("", ".txt"):
        return "table"
    raise click.UsageError(f"Cannot tell the format of {plain_line(output)} from its suffix; say it with --format ({', '.join(FORMATS)}).")


def _end(articles: Iterable[Article]) -> None:
    """Name what could not be read."""
    unread = [article for article in articles if article.error]
    for article in unread:
        click.echo(plain_line(f"not read: {article.path} {article.error}"), err=True)
    if unread:
        sys.exit(SOME_UNREAD)
