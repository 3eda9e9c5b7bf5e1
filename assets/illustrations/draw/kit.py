"""Drawing kit for the exhibition's picture-book illustrations.   from kit import *

Files      core.py   palette, Canvas, path helpers          land.py    sky, mountains, ground, water, plants
           people.py person(), head(), prop()               build.py   houses, walls, bunting, palace, rooms
           things.py furniture, vehicles, infrastructure, animals
Canvas     2400 x 1600 (3:2), 1600 x 2400 (2:3) or 2400 x 1350. x to the right, y DOWN, in pixels.
Standing   things stand at (x, y) = the point on the ground under their middle, unless the docstring says "left foot".
Depth      draw from far to near. Wrap what is far in `with c.air(.1 .. .4):` - it is mixed toward the air colour.
Light      Canvas(sun='left') puts shade and cast shadows to the right, everywhere. c.sh is +1 then, -1 otherwise.
Sizes      a good adult in the picture's middle is 380-520 px high, children about .62 of that; in the background 120-250.
           A person's size must agree with the ground they stand on: larger when y is larger.
Angles     screen degrees: 0 = down, +90 = right, -90 = left, 180 = up. Left and right always mean the SCREEN's.
Colours    INK MADDER MADDER2 GOLD GOLD2 CREAM SNOW TEAL JUNIPER JUNIPER2 OCHRE OCHRE2 OCHRE3 SKY SKYLOW M1 M2 M3 SKINS CORAL LEAF SAND
           mix(a, b, t), dark(a, t) toward ink, light(a, t) toward snow. Nothing outside the palette and its mixtures.
Rules      no text, no emblems, no flags of states, no red cross (teal), gradients only in sky, water, ground;
           no stroke under 3 px; important things stay out of the outer 6 %; one strong red and one strong gold spot.
           Shade = ink at .10 - .18 over the shape: c.shaded(d, fill, shade_d) or c.poly(pts, INK, .13, clip_id).

Example (draw/meadow.py):
    from kit import *
    c = Canvas(2400, 1600, time='morning', sun='left', seed=5)
    sky(c, 900, sun=(.22, .24))
    mountains(c, 900, top=300, seed=8)
    with c.air(.15): hills(c, 860, 60, scrub=30)
    with c.air(.18): village(c, 300, 1300, 960, 6, 110)
    for x in (1500, 1580, 1690): poplar(c, x, 1000, 260)
    ground(c, 980); vignette_light(c, .5, .8)        # light pools before anybody stands on them
    path_strip(c, [(1250, 990, 30), (1150, 1200, 90), (900, 1600, 260)])
    house(c, 1650, 1150, 520, 380, floors=2, cols=3, door_at=1)
    bunting(c, 900, 640, 1650, 720, sag=90)
    a = person(c, 1050, 1320, 440, face='34r', dress='doctor', col=SNOW, steth=True, arms='hold', hold={'both': 'clipboard'}, hair='bun')
    person(c, 1260, 1330, 290, kind='child', face='34l', dress='chuba', col=MADDER, arms='wave_r', hair='braids', mood='open')
    yak(c, 600, 1240, 260)
    foreground(c, 'left'); foreground(c, 'right', flowers=(GOLD, CREAM))
    c.save(__file__)
"""
import os, sys
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from core import *
from land import *
from people import *
from build import *
from things import *


def foreground(c, side='left', size=1., flowers=(MADDER, GOLD, CREAM), kind='shrub'):
    """Framing element in a lower corner: overlapping shrubs, grass and tall flowers running off the edge.
    side left|right; kind shrub | grass | hollyhock | barley. The fourth plane: draw it last."""
    m = 1 if side == 'left' else -1; X = lambda d: (0 if m > 0 else c.w) + m * d * size; y = c.h
    if kind == 'shrub':
        shrub(c, X(300), y + 60 * size, 1.0 * size, JUNIPER, list(flowers), 7, cast=False); shrub(c, X(60), y + 40 * size, 1.7 * size, JUNIPER2, list(flowers), 10, cast=False)
        a, b = sorted((X(340), X(520))); grass_fg(c, a, b, y + 20, 90 * size, 14)
    elif kind == 'hollyhock':
        for d, h, q in ((40, 520, MADDER), (130, 400, CORAL), (210, 300, GOLD)): hollyhock(c, X(d), y + 20, h * size, q)
        a, b = sorted((X(-20), X(380))); grass_fg(c, a, b, y + 20, 150 * size, 34)
    elif kind == 'barley':
        for i in range(26): barley(c, X(c.R.uniform(-20, 420)), y + 10, c.R.uniform(160, 330) * size)
        a, b = sorted((X(-20), X(420))); grass_fg(c, a, b, y + 20, 110 * size, 20)
    else:
        a, b = sorted((X(-20), X(520))); grass_fg(c, a, b, y + 20, 170 * size, 44)


def vignette_light(c, fx=.5, fy=.8, w=.34):
    """One broad pool of light on the ground under the subject. fx, fy: centre in fractions of the picture."""
    pool(c, c.w * fx, c.h * fy, c.w * w, c.w * w * .22, SNOW, .16)


def leaves_corner(c, side='right', n=26, col=JUNIPER, size=1., top=True):
    """Framing branch with leaves hanging into an upper corner."""
    m = 1 if side == 'left' else -1; X = lambda d: (0 if m > 0 else c.w) + m * d; R = c.R
    P = [(X(-20), 40), (X(160 * size), 80), (X(330 * size), 60), (X(470 * size), 120)]; c.line(smooth(P), OCHRE3, 12 * size)
    for i in range(n):
        t = R.uniform(0, .999) * 3; a, b = P[int(t)], P[int(t) + 1]; f = t - int(t); x, y = a[0] + (b[0] - a[0]) * f, a[1] + (b[1] - a[1]) * f
        leaf(c, x, y, R.uniform(56, 96) * size, R.choice((R.uniform(130, 230), R.uniform(-50, 50), R.uniform(130, 230))), mix(col, LEAF, R.choice((0, .3, .6))))
