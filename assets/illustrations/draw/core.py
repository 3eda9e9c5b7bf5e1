"""Palette, canvas and the small path helpers everything else is built on."""
import math, os, random
from contextlib import contextmanager

INK = '#22304A'; MADDER = '#A5352F'; MADDER2 = '#862822'; GOLD = '#E2A63A'; GOLD2 = '#C98922'
CREAM = '#F7EEDC'; SNOW = '#FDFAF2'; TEAL = '#2F7C86'; JUNIPER = '#4F7D5B'; JUNIPER2 = '#3A634A'
OCHRE = '#E4BE86'; OCHRE2 = '#C79A62'; OCHRE3 = '#A97B4B'; SKY = '#8FC1CF'; SKYLOW = '#F8E3BE'
M1 = '#9DB7BF'; M2 = '#6E93A5'; M3 = '#47708A'
SKINS = ['#C98E63', '#B97A50', '#D39C72']
HAIR = '#2A2B3A'; GREY = '#B9BDBF'; BLUSH = '#C0563F'; LEAF = '#7FA06B'; CORAL = '#C8604A'; SAND = '#EBCB98'

TIMES = {
    'morning': dict(sky=('#A5CDD2', '#E0E6D4', '#FBE2BE'), sun='#FCEBC0', glow='#FDF3DA', air='#EFE3CB',
                    far='#BFD0CE', ridge=('#B3C6C8', '#8FAEB9', '#6C92A2'), shade=('#8FAEBB', '#6F94A6', '#4F778E'),
                    ground=('#EDD2A2', '#D9B07A'), hill='#CDB07A', low=.0),
    'noon': dict(sky=('#8FC1CF', '#CFE0D6', '#F8E3BE'), sun='#FBE6B5', glow='#FCF0D6', air='#DDE5DC',
                 far='#B4C8CB', ridge=('#A9C0C4', '#86A8B5', '#6E93A5'), shade=('#86A8B5', '#5F889C', '#47708A'),
                 ground=('#EBCB98', '#D9AE74'), hill='#C9AC74', low=.0),
    'dusk': dict(sky=('#6E93A5', '#D4BFA4', '#F1C88F'), sun='#F3BC63', glow='#F6D79C', air='#E3C4A0',
                 far='#B8B5B4', ridge=('#A7A9AE', '#84909E', '#647D91'), shade=('#808C9B', '#5D7489', '#425D77'),
                 ground=('#DDB583', '#B98F60'), hill='#B39367', low=.06),
}


def _rgb(c): return tuple(int(c[i:i + 2], 16) for i in (1, 3, 5))


def mix(a, b, t):
    """Colour between a (t=0) and b (t=1), both '#RRGGBB'."""
    p, q = _rgb(a), _rgb(b)
    return '#%02X%02X%02X' % tuple(round(p[i] + (q[i] - p[i]) * t) for i in range(3))


def dark(c, t=.14): return mix(c, INK, t)
def light(c, t=.25): return mix(c, SNOW, t)


def n1(v):
    s = '%.1f' % v
    return s[:-2] if s.endswith('.0') else s


def pts(p, close=True):
    """Path data through straight points."""
    return 'M' + ' L'.join(n1(x) + ' ' + n1(y) for x, y in p) + (' Z' if close else '')


def smooth(p, close=False, k=.5):
    """Path data of a smooth curve through points (Catmull-Rom)."""
    n = len(p)
    g = (lambda i: p[i % n]) if close else (lambda i: p[max(0, min(n - 1, i))])
    d = 'M%s %s' % (n1(p[0][0]), n1(p[0][1]))
    for i in range(n if close else n - 1):
        a, b, c, e = g(i - 1), g(i), g(i + 1), g(i + 2)
        f = k / 3
        d += ' C%s %s %s %s %s %s' % tuple(n1(v) for v in (
            b[0] + (c[0] - a[0]) * f, b[1] + (c[1] - a[1]) * f, c[0] - (e[0] - b[0]) * f, c[1] - (e[1] - b[1]) * f, c[0], c[1]))
    return d + (' Z' if close else '')


def hull(p):
    """Convex hull of points."""
    p = sorted(set((round(x, 2), round(y, 2)) for x, y in p))
    def half(q):
        o = []
        for a in q:
            while len(o) > 1 and (o[-1][0] - o[-2][0]) * (a[1] - o[-2][1]) - (o[-1][1] - o[-2][1]) * (a[0] - o[-2][0]) <= 0: o.pop()
            o.append(a)
        return o[:-1]
    return half(p) + half(p[::-1])


def pol(x, y, deg, r):
    """Point at distance r: 0 degrees = straight down, +90 = to the right, -90 = to the left, 180 = up."""
    a = math.radians(deg)
    return x + math.sin(a) * r, y + math.cos(a) * r


class Canvas:
    """A picture. Canvas(w, h, time='noon', sun='left'|'right', seed=1).
    sun: the side the light comes from. c.sh is +1 when shadows fall to the right (sun left), -1 when to the left.
    c.R is the seeded random generator. `with c.air(t):` pales everything drawn inside toward the air colour
    (distance). `with c.g('translate(..)'):` groups. c.save(__file__) writes ../<scene>.svg."""

    def __init__(self, w=2400, h=1600, time='noon', sun='left', seed=1):
        self.w, self.h, self.time, self.sun = w, h, time, sun
        self.T = TIMES[time]; self.sh = 1 if sun == 'left' else -1
        self.o = []; self.defs = []; self.R = random.Random(seed); self.n = 0; self._min = 3.; self._air = 0.; self._aircol = self.T['air']

    # -- low level ---------------------------------------------------
    def raw(self, s): self.o.append(s)

    def col(self, f):
        if f == 'none' or f.startswith('url') or not self._air: return f
        return mix(f, self._aircol, self._air)

    def path(self, d, fill, op=1, clip=None):
        """Filled path. clip: id from c.clip()."""
        self.o.append('<path d="%s" fill="%s"%s%s/>' % (d, self.col(fill), '' if op >= 1 else ' opacity="%.2g"' % op, ' clip-path="url(#%s)"' % clip if clip else ''))

    def poly(self, p, fill, op=1, clip=None): self.path(pts(p), fill, op, clip)

    def rect(self, x, y, w, h, fill, rx=0, op=1, clip=None):
        self.o.append('<rect x="%s" y="%s" width="%s" height="%s"%s fill="%s"%s%s/>' % (n1(x), n1(y), n1(w), n1(h), ' rx="%s"' % n1(rx) if rx else '', self.col(fill), '' if op >= 1 else ' opacity="%.2g"' % op, ' clip-path="url(#%s)"' % clip if clip else ''))

    def circle(self, x, y, r, fill, op=1, clip=None): self.ell(x, y, r, r, fill, op, clip=clip)

    def ell(self, x, y, rx, ry, fill, op=1, rot=0, clip=None):
        t = ' transform="rotate(%s %s %s)"' % (n1(rot), n1(x), n1(y)) if rot else ''
        self.o.append('<ellipse cx="%s" cy="%s" rx="%s" ry="%s" fill="%s"%s%s%s/>' % (n1(x), n1(y), n1(rx), n1(ry), self.col(fill), '' if op >= 1 else ' opacity="%.2g"' % op, t, ' clip-path="url(#%s)"' % clip if clip else ''))

    def line(self, d, col, w, op=1, cap='round', clip=None, dash=None):
        """Stroke. d: path data or list of points."""
        if not isinstance(d, str): d = pts(d, False)
        w = max(w, self._min)
        self.o.append('<path d="%s" fill="none" stroke="%s" stroke-width="%s" stroke-linecap="%s" stroke-linejoin="round"%s%s%s/>' % (d, self.col(col), n1(w), cap, '' if op >= 1 else ' opacity="%.2g"' % op, ' clip-path="url(#%s)"' % clip if clip else '', ' stroke-dasharray="%s"' % dash if dash else ''))

    def clip(self, d):
        """Make a clip from path data, return its id."""
        self.n += 1; i = 'k%d' % self.n
        self.defs.append('<clipPath id="%s"><path d="%s"/></clipPath>' % (i, d)); return i

    def grad(self, *stops, horizontal=False):
        """Gradient from (offset, colour[, opacity]) stops; returns 'url(#..)'. For sky, water and ground only."""
        self.n += 1; i = 'g%d' % self.n
        self.defs.append('<linearGradient id="%s" x1="0" y1="0" x2="%d" y2="%d">%s</linearGradient>' % (i, horizontal, not horizontal, ''.join('<stop offset="%.2g" stop-color="%s"%s/>' % (s[0], self.col(s[1]), ' stop-opacity="%.2g"' % s[2] if len(s) > 2 else '') for s in stops)))
        return 'url(#%s)' % i

    @contextmanager
    def g(self, transform='', op=1, clip=None):
        self.o.append('<g%s%s%s>' % (' transform="%s"' % transform if transform else '', '' if op >= 1 else ' opacity="%.2g"' % op, ' clip-path="url(#%s)"' % clip if clip else ''))
        yield
        self.o.append('</g>')

    @contextmanager
    def air(self, t, col=None):
        """Everything drawn inside is mixed toward the air colour by t (0..1)."""
        old = self._air, self._aircol
        self._air = 1 - (1 - self._air) * (1 - t)
        if col: self._aircol = col
        yield
        self._air, self._aircol = old

    def shaded(self, d, fill, shade_d, op=.13, clip=None):
        """A shape plus a shadow shape cut to it (ink at op). d, shade_d: path data."""
        self.path(d, fill, clip=clip)
        self.path(shade_d, INK, op, self.clip(d))

    def shadow(self, x, y, rx, ry=None, op=.16):
        """Contact shadow on the ground, pushed a little to the shadow side."""
        self.ell(x + self.sh * rx * .18, y, rx, ry or rx * .2, INK, op)

    def cast(self, x, y, w, length, op=.1, dy=.16):
        """Long soft cast shadow of an upright thing of width w standing at (x, y)."""
        s = self.sh; h = w / 2; ex, ey = x + s * length, y + length * dy
        r = h * .55; b = min(h * .2, 16)
        if w > 150: r = min(r, length * .2)
        self.path('M%s %s L%s %s A%s %s 0 0 %d %s %s L%s %s Z' % tuple(n1(v) if not isinstance(v, int) else v for v in (x - s * h * .5, y - b * .8, ex, ey - r * .42, float(r), r * .42, 1 if s > 0 else 0, ex, ey + r * .42, x - s * h * .5, y + b)), INK, op)

    def cast_tree(self, x, y, trunk, crown, length, op=.1, dy=.16):
        """Cast shadow of a tree: a thin trunk and the crown's oval lying at its end."""
        s = self.sh; ex, ey = x + s * length, y + length * dy
        self.path('M%s %s L%s %s L%s %s L%s %s Z' % tuple(n1(v) for v in (x - trunk * .5, y, x + trunk * .5, y - 2, ex, ey - trunk * .3, ex, ey + trunk * .3)), INK, op)
        self.ell(ex, ey, crown * .95, crown * .24, INK, op, rot=s * 4)

    def svg(self):
        return '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d"><defs>%s</defs>\n%s\n</svg>\n' % (self.w, self.h, self.w, self.h, ''.join(self.defs), '\n'.join(self.o))

    def save(self, file, name=None):
        """Write ../<name>.svg beside the drawing folder; call c.save(__file__)."""
        here = os.path.dirname(os.path.abspath(file))
        name = name or os.path.splitext(os.path.basename(file))[0]
        with open(os.path.join(here, '..', name + '.svg'), 'w', encoding='utf-8') as f: f.write(self.svg())
