"""Paints a page that was laid out, onto a PDF or a picture."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from dilemmaspel.desktop.figures.marks import shape_path
from dilemmaspel.desktop.printing import page as on
from dilemmaspel.desktop.printing.lettering import DOTS, MM, font_of
from dilemmaspel.desktop.style import icon_renderer
from dilemmaspel.theme import Shape, load_theme


def paint(painter: QPainter, page: on.Page, scale: float = MM) -> None:
    """Draw everything on the page; `scale` is the number of dots to a millimetre."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.save()
    painter.scale(scale / MM, scale / MM)
    for item in page.items:
        _draw(painter, item)
    painter.restore()


def _draw(painter: QPainter, item: on.Item) -> None:
    match item:
        case on.Text():
            _draw_text(painter, item)
        case on.Rule():
            painter.setPen(_pen(item.colour, item.thick, dashed=item.dashed))
            painter.drawLine(_point(*item.start), _point(*item.end))
        case on.Box():
            _draw_box(painter, item)
        case on.Icon():
            icon_renderer(item.name, _colour(item.colour)).render(painter, _rect(item.area))
        case on.Shape():
            _draw_shape(painter, item)
        case on.Drawing():
            item.paint(painter, _rect(item.area), item.letter * DOTS / 72)


def _draw_text(painter: QPainter, text: on.Text) -> None:
    style = text.style
    painter.setFont(font_of(style.points, style.weight, italic=style.italic))
    painter.setPen(QColor(_colour(style.colour)))
    painter.drawText(_point(text.left, text.baseline), text.words)


def _draw_box(painter: QPainter, box: on.Box) -> None:
    painter.setPen(_pen(box.edge, box.thick) if box.edge else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(QBrush(QColor(_colour(box.fill))) if box.fill else QBrush())
    painter.drawRoundedRect(_rect(box.area), box.radius * MM, box.radius * MM)


def _draw_shape(painter: QPainter, item: on.Shape) -> None:
    mark, centre, radius = item.mark, _point(*item.centre), item.radius * MM
    colour = QColor(mark.colour)
    if mark.shape is Shape.RING:
        painter.setPen(QPen(colour, radius * 0.3))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(shape_path(mark.shape, centre, radius * 0.85))
        return
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPath(shape_path(mark.shape, centre, radius))


def _pen(colour: str, thick: float, *, dashed: bool = False) -> QPen:
    pen = QPen(QColor(_colour(colour)), thick * MM)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
    if dashed:
        pen.setDashPattern([6, 5])
    return pen


def _colour(name: str) -> str:
    """A hex code as it is, or a colour of the light theme; paper is always light."""
    return name if name.startswith("#") else load_theme().colour(name)


def _point(x: float, y: float) -> QPointF:
    return QPointF(x * MM, y * MM)


def _rect(area: on.Area) -> QRectF:
    return QRectF(area.left * MM, area.top * MM, area.width * MM, area.height * MM)
