"""A list drawn line by line, only what is visible: what the panes and views are made of.

A list knows its lines by number and asks for the text of those it draws.
"""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

from talent_tui.tui.painting import Row, look, paint


class LineView(ScrollView, can_focus=True):
    """A list with a title line that stays and a cursor that skips what cannot be chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "cursor(1)", show=False),
        Binding("k,up", "cursor(-1)", show=False),
        Binding("ctrl+d", "half(1)", show=False),
        Binding("ctrl+u", "half(-1)", show=False),
        Binding("pagedown,ctrl+f", "page(1)", show=False),
        Binding("pageup,ctrl+b", "page(-1)", show=False),
        Binding("home", "end(-1)", show=False),
        Binding("end,G", "end(1)", show=False),
    ]

    HEADER: ClassVar[int] = 1
    """Lines at the top that do not scroll."""

    class Moved(Message):
        """The cursor went to another line."""

        def __init__(self, view: "LineView", line: int) -> None:
            """`line` is the line under the cursor."""
            super().__init__()
            self.view = view
            self.line = line

        @property
        def control(self) -> "LineView":
            """The list whose cursor moved."""
            return self.view

    class Clicked(Message):
        """A line, or the title (`line` None), was clicked; `times` is 2 for a double click; `x` in cells."""

        def __init__(self, view: "LineView", line: int | None, x: int, times: int, with_shift: bool) -> None:
            """What was clicked and how."""
            super().__init__()
            self.view = view
            self.line = line
            self.x = x
            self.times = times
            self.with_shift = with_shift

    def __init__(self, *, name: str) -> None:
        """An empty list."""
        super().__init__(id=name)
        self.cursor = 0
        self._count = 0

    # What a list says

    def title(self, width: int) -> Row:
        """The line at the top."""
        return []

    def row(self, line: int, width: int) -> Row:
        """The text of one line."""
        raise NotImplementedError

    def can_choose(self, line: int) -> bool:
        """Whether the cursor may stand on a line."""
        return True

    # Size and scrolling

    @property
    def count(self) -> int:
        """How many lines there are."""
        return self._count

    @property
    def line_width(self) -> int:
        """Cells that a line has."""
        return max(self.scrollable_content_region.width, 1)

    @property
    def visible_lines(self) -> int:
        """How many lines fit under the title."""
        return max(self.scrollable_content_region.height - self.HEADER, 1)

    def set_count(self, count: int, cursor: int | None = None) -> None:
        """There are `count` lines now; the cursor goes to `cursor` or stays as near as it can."""
        self._count = count
        self._make_room(Size(0, count + self.HEADER))
        self.cursor = self._nearest(self.cursor if cursor is None else cursor)
        self.reveal()
        self.refresh()

    def _make_room(self, size: Size) -> None:
        """There is so much to scroll through. A list whose own place stays as it is needs no new layout of the screen.

        The framework would lay out all widgets anew; but for the bar of this one nothing can have moved.
        """
        if not self.container_size or self.styles.is_auto_height:
            self.virtual_size = size
        elif size != self.virtual_size:
            self.set_reactive(Widget.virtual_size, size)
            self._scroll_update(size)

    def reveal(self) -> None:
        """Scroll so that the cursor is seen, with the heading above the first line."""
        top, room = self.scroll_offset.y, self.visible_lines
        first_choice = self._nearest(0)
        target = 0 if self.cursor <= first_choice else self.cursor
        if target < top:
            self.scroll_to(y=target, animate=False)
        elif self.cursor >= top + room:
            self.scroll_to(y=self.cursor - room + 1, animate=False)

    def _nearest(self, line: int) -> int:
        line = max(0, min(line, self._count - 1))
        for distance in range(self._count):
            for candidate in (line + distance, line - distance):
                if 0 <= candidate < self._count and self.can_choose(candidate):
                    return candidate
        return 0

    def on_resize(self, event: events.Resize) -> None:
        """Keep the cursor in sight."""
        self.reveal()

    # Drawing

    def render_line(self, y: int) -> Strip:
        """One line of the screen."""
        width = self.line_width
        if y < self.HEADER:
            return paint(self, self.title(width), width, look(self, "title-focus" if self.has_focus else "title"))
        line = y - self.HEADER + self.scroll_offset.y
        if line >= self._count:
            return Strip.blank(width, look(self, "ground"))
        over = None
        if line == self.cursor and self.can_choose(line):
            over = look(self, "cursor" if self.has_focus else "cursor-blurred")
        return paint(self, self.row(line, width), width, over)

    def on_focus(self) -> None:
        """Draw the cursor and the title as focused."""
        self.refresh()

    def on_blur(self) -> None:
        """Draw them as not."""
        self.refresh()

    # Moving

    def put_cursor(self, line: int) -> bool:
        """Put the cursor on a line without a word; False where it stands there already."""
        line = self._nearest(line)
        if not self._count or line == self.cursor:
            return False
        self.cursor = line
        self.reveal()
        self.refresh()
        return True

    def move_to(self, line: int) -> None:
        """Put the cursor on a line and say so."""
        if self.put_cursor(line):
            self.post_message(self.Moved(self, self.cursor))

    def action_cursor(self, step: int) -> None:
        """One choosable line on or back; at an end, scroll to show what is beyond."""
        line = self.cursor + step
        while 0 <= line < self._count and not self.can_choose(line):
            line += step
        if 0 <= line < self._count:
            self.move_to(line)
        else:
            self.scroll_relative(y=step, animate=False)

    def _leap(self, lines: int) -> None:
        goal = max(0, min(self.cursor + lines, self._count - 1))
        step = 1 if lines > 0 else -1
        while 0 <= goal < self._count and not self.can_choose(goal):
            goal += step
        self.move_to(goal if 0 <= goal < self._count else self._nearest(self.cursor + lines))

    def action_half(self, direction: int) -> None:
        """Half a page on or back."""
        self._leap(direction * max(self.visible_lines // 2, 1))

    def action_page(self, direction: int) -> None:
        """A page on or back."""
        self._leap(direction * self.visible_lines)

    def action_end(self, direction: int) -> None:
        """To the last line or the first."""
        self.move_to(self._count - 1 if direction > 0 else 0)

    def on_click(self, event: events.Click) -> None:
        """Put the cursor where was clicked."""
        if event.y < self.HEADER:
            self.post_message(self.Clicked(self, None, event.x, event.chain, event.shift))
            return
        line = event.y - self.HEADER + self.scroll_offset.y
        if line < self._count:
            if self.can_choose(line):
                self.move_to(line)
            self.post_message(self.Clicked(self, line, event.x, event.chain, event.shift))
