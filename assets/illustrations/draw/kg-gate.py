"""Morning at a kindergarten's gate: families arrive, a teacher bends down to the child in the red coat."""
from kit import *
from extra_kg import *

c = Canvas(2400, 1600, time='morning', sun='right', seed=44)
HZ = 920
sky(c, HZ, sun=(.80, .20), r=.075, clouds=((.24, .07, .8, 0), (.47, .13, .62, 0), (.62, .25, .6, 1), (.30, .22, .5, 1)))
mountains(c, HZ, top=300, seed=23)
birds(c, 1500, 210, 5, .8, 130)
with c.air(.16): hills(c, 820, 46, n=6, scrub=24, seed=6, col=mix(OCHRE2, LEAF, .3))
with c.air(.22): village(c, 1640, 2380, 950, 6, 96, seed=12)
with c.air(.10):
    for x, h in ((40, 380), (118, 470), (206, 400), (1660, 240), (1722, 300), (1790, 230), (2330, 270)): poplar(c, x, 985, h, mix(JUNIPER, LEAF, .2 * (h % 3)), cast=False)
    for x, h in ((1920, 150), (2250, 160)): round_tree(c, x, 985, h, LEAF, cast=False)
# --- yard
ground(c, 968, pools=7, pebbles=20, tufts=0, seed=18)
with c.air(.05):
    house(c, 330, 1030, 470, 560, floors=2, cols=2, side=.16, bat=.03, wall=SNOW, roofthings=False)
    house(c, 800, 1040, 800, 345, floors=1, cols=4, door_at=1, side=0, bat=.03, shadow=False, wall=CREAM)
c.poly([(800, 712), (806, 1040), (842, 1040), (842, 712)], INK, .06)
way = [(1112, 1052, 70), (1180, 1090, 120), (1225, 1140, 190), (1200, 1260, 330), (1180, 1420, 470), (1160, 1620, 640)]
path_strip(c, way)
d = smooth([(x - w, y) for x, y, w in way]) + ' ' + smooth([(x + w, y) for x, y, w in way[::-1]]).replace('M', 'L', 1) + ' Z'
with c.g(clip=c.clip(d)): flagstones(c, lambda y: (1005 - (y - 1140) * 1.06, 1440 + (y - 1140) * .86), 1150, 1605, 8)
willow(c, 2110, 1090, 520)
playtower(c, 1830, 1100, 150, 190, 390, m=-1)
person(c, 1836, 912, 165, kind='child', face='34l', dress='dress', col=GOLD, col2=MADDER, hair='braids', skin=0, arms='wave_l', mood='open', shadow=False)
for e in (-1, 1): c.line([(1760, 866), (1900, 866)], OCHRE3, 7)
for x in range(1772, 1900, 24): c.line([(x, 866), (x, 908)], OCHRE3, 5)
for x in (1480, 1560): pot(c, x, 1062, 92, plant='flower')
# two who are already inside
person(c, 1262, 1090, 160, kind='child', face='back', pose='walk', dress='dress', col=CORAL, col2=CREAM, hair='pigtails', skin=2, to_l=(1216, 1040), tilt=-8)
person(c, 1176, 1092, 168, kind='child', face='back', pose='walk', dress='tracksuit', col=TEAL, col2=INK, shirt=SNOW, hair='short', skin=1, to_r=(1216, 1040)); satchel(c, 1176, 1092, 168, 'back', col=GOLD, trim=MADDER)
# --- wall with painted hills and flowers, and the gate
GX, GY, GW = 1225, 1150, 450
def painted(x0, x1, y, h):
    wall(c, x0, x1, y, h); k = c.clip('M%s %s H%s V%s H%s Z' % T(x0, y - h * .93, x1, y, x0)); R = c.R
    with c.g(clip=k):
        x = x0 - 40; i = 0
        while x < x1 + 100:
            r = R.uniform(90, 150); c.ell(x, y + 30, r * 1.3, r * R.uniform(.62, .9), mix((LEAF, M2, JUNIPER, M1)[i % 4], CREAM, .22)); c.ell(x + c.sh * r * .5, y + 40, r * .8, r * .6, INK, .07); x += r * R.uniform(1.1, 1.5); i += 1
        x = x0 + 50; i = 0
        while x < x1:
            yy = y - h * R.uniform(.5, .66); c.line([(x, yy), (x, y)], mix(JUNIPER, CREAM, .15), 5); flower(c, x, yy, 13, (CORAL, GOLD, SNOW, GOLD)[i % 4]); x += R.uniform(80, 190); i += 1
painted(-30, GX - GW / 2 - 84, GY, 142); painted(GX + GW / 2 + 84, 2430, GY, 142)
gate(c, GX, GY, GW, 430)
for x, s in ((70, .5), (880, .4), (1560, .42), (2330, .55)): shrub(c, x, GY + 14, s, JUNIPER, (CREAM, GOLD, CORAL), 6)
for i in range(20):
    x = c.R.uniform(10, 2390)
    if abs(x - GX) > 300: tuft(c, x, GY + c.R.uniform(8, 30), c.R.uniform(16, 28))
vignette_light(c, .51, .83, .3)
# bicycles leaning at the wall
bicycle(c, 520, 1196, 330, 1, JUNIPER, basket=False); bicycle(c, 700, 1206, 336, 1, M3, basket=True)
bicycle(c, 2190, 1200, 330, -1, MADDER2, basket=True)

# --- the greeting under the arch
kid = dict(kind='child', cast=.4)
gm = person(c, 1052, 1292, 396, kind='elder', face='34r', dress='chuba', col=mix(INK, TEAL, .3), col2=MADDER, apron=True, hair='bun', skin=1, lean=5, tilt=8, arm_l=(-6, 30), to_r=(1150, 1158))
te = person(c, 1392, 1294, 430, face='34l', dress='sweater', col=GOLD, col2=CREAM, trousers=mix(INK, TEAL, .2), hair='bob', skin=2, mood='open', lean=-20, tilt=-2, to_l=(1276, 1166), arm_r=(4, -96), legs=((-9, 3), (9, 2)), scarf=TEAL)
satchel(c, 1200, 1304, 268, 'side', 1, TEAL, CREAM)
ch = person(c, 1200, 1304, 268, face='34r', pose='walk', dress='down', col=MADDER, col2=CREAM, hair='pigtails', skin=0, mood='open', tilt=-9, to_r=(1272, 1172), arm_l=(-14, 12), **kid)
c.circle(1275, 1168, 10, SKINS[2])
# --- grandfather and an impatient boy
person(c, 560, 1392, 452, kind='elder', face='34r', pose='walk', dress='chuba', col=mix(MADDER2, INK, .35), col2=GOLD, hat='felt', hatcol=OCHRE3, skin=1, glasses=True, to_r=(694, 1228), arm_l=(-14, 8), hem=1.3)
satchel(c, 752, 1400, 290, 'side', 1, GOLD, MADDER)
person(c, 752, 1400, 290, face='34r', pose='walk', dress='tracksuit', col=INK, col2=TEAL, shirt=SNOW, trousers=INK, hair='crop', skin=0, mood='open', to_l=(696, 1226), arm_r=(74, 96), lean=7, **kid)
# --- father with a little one on his shoulders
fx, fy, fh, fc = 1680, 1336, 440, 248
nx, ny = fx, fy - fh * .805
sx, sy = seated(nx + 4, ny - 16, fc, 0, 'small')
rc = person(c, sx, sy, fc, kind='small', face='34l', legs=((-20, -3, .36), (20, 3, .36)), dress='sweater', col=CORAL, col2=CREAM, hat='beanie', hatcol=TEAL, skin=2, mood='open', arm_l=(-112, -150), to_r=(nx + 34, ny - 62), shadow=False)
fa = person(c, fx, fy, fh, face='34l', pose='walk', dress='jacket', col=mix(TEAL, INK, .2), col2=INK, trousers=mix(INK, OCHRE3, .25), hair='short', skin=1, draw='all', to_l=(nx - 42, ny + 74), to_r=(nx + 44, ny + 76))
shoulder_ride(c, fa, rc, fh, fc, INK, MADDER2)
for q in ('hand_l', 'hand_r'): c.circle(fa[q][0], fa[q][1], fh * .023, SKINS[1])
# --- mother walks her bicycle in, a child on the back seat
bx, by, bL = 2010, 1452, 500
mo = person(c, 1990, 1428, 462, face='34l', pose='walk', dress='down', col=CREAM, col2=TEAL, trousers=INK, hair='braid', skin=0, tilt=-4, to_l=(bx - 66, by - 276), to_r=(bx - 40, by - 262), scarf=MADDER)
b = bicycle(c, bx, by, bL, -1, TEAL, seat=MADDER2)
x_, y_ = seated(b['carrier'][0] - 4, b['carrier'][1] + 6, 288, -1)
person(c, x_, y_, 288, face='left', pose='sit', dress='down', col=JUNIPER, col2=GOLD, hair='bob', hat='cap', hatcol=GOLD2, skin=1, to_l=(bx + 60, by - 258), arm_r=(-40, -70), shadow=False, kind='child', mood='smile')
# --- mother on one knee closes a jacket
person(c, 384, 1502, 292, kind='small', face='34l', dress='down', col=TEAL, col2=GOLD, hair='short', hat='fur', hatcol=MADDER, skin=2, arms='rest', mood='calm', tilt=-6, cast=.35)
person(c, 196, 1512, 500, face='34r', pose='half', dress='sweater', col=M3, col2=CREAM, trousers=INK, hair='bun', skin=0, mood='smile', lean=8, tilt=8, to_r=(364, 1398), to_l=(352, 1408), cast=.2)
foreground(c, 'right', .9, (GOLD, CREAM, MADDER)); foreground(c, 'left', .5, (CREAM, GOLD), 'grass')
leaves_corner(c, 'left', 30, JUNIPER, 1.15)
c.save(__file__)
