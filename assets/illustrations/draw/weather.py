"""First light at a mountain weather station: an observer writes down the morning's readings."""
from extra_plateau import *

c = Canvas(1600, 2400, time='dusk', sun='left', seed=63)
c.T = dict(c.T, air='#C9A893', glow='#F2CFA6', ridge=('#8C93A6', '#5F7690', '#456381'), shade=('#6E7C97', '#4B6583', '#35506F'), hill=mix(OCHRE3, M3, .42))
HZ = 1470
c.rect(0, 0, c.w, HZ + 40, c.grad((0, mix(INK, M3, .22)), (.34, mix(M3, SKY, .12)), (.62, '#8FA3AE'), (.80, '#DDB79A'), (1, '#F5D3A0')))
R = c.R
for i in range(120):                                      # stars, fading toward the light
    x, y = R.uniform(0, c.w), R.uniform(0, 1) ** 1.3 * 760; r = R.uniform(2.4, 4.6); c.circle(x, y, r, SNOW, max(.12, .9 - y / 800))
for x, y, r in ((1180, 210, 20), (300, 150, 15), (860, 420, 13), (1430, 500, 12), (150, 520, 11)):
    c.path('M%s %s Q%s %s %s %s Q%s %s %s %s Q%s %s %s %s Q%s %s %s %s Z' % T(x, y - r, x, y, x + r, y, x, y, x, y + r, x, y, x - r, y, x, y, x, y - r), SNOW, .9)
for x, y, w, o in ((-60, 820, 520, .4), (980, 760, 760, .36), (300, 900, 420, .34), (1150, 930, 300, .36)):
    c.rect(x, y, w, 16, '#F6CFA8', 8, o); c.rect(x + w * .25, y + 24, w * .5, 11, '#F6CFA8', 5, o)
# mountains: only the highest tops catch the sun
with c.air(.36, '#F2A65A'): ridge(c, HZ + 10, 850, n=4, col='#8790A8', shade='#4F5F86', snow=1110, seed=16, sop=.8, peaks=[(90, 1010), (560, 960), (1085, 800), (1500, 1010)])
kk = c.T['ridge']
with c.air(.12, '#D9B9A4'): c.rect(0, 1330, c.w, 160, kk[1]); ridge(c, HZ + 10, 1130, n=5, col=kk[1], shade=c.T['shade'][1], seed=27)
[c.rect(x, y, w, 13, '#F2CFA6', 6, .3) for x, y, w in ((360, 1316, 420), (-60, 1330, 330), (650, 1338, 520), (1260, 1322, 400), (420, 1296, 200))]; band(c, 1330, 5, 5, .22); band(c, 1412, 8, 5, .3)
ridge(c, HZ + 20, 1300, n=6, col=kk[2], shade=c.T['shade'][2], seed=12, sop=.5)
with c.air(.14, M3): hills(c, 1462, 34, n=5, scrub=22, seed=8, col=mix(OCHRE3, M3, .35))
band(c, 1475, 3, 4, .25)
ground(c, 1560, cols=(mix('#C79A62', M3, .34), mix('#A97B4B', INK, .42)), pools=9, pebbles=34, tufts=0, seed=14)
# frost on the grass
for i in range(40):
    t = R.random(); tuft(c, R.uniform(0, 1600), 1590 + 790 * t, (14 + 30 * t) * R.uniform(.8, 1.2), mix(mix(JUNIPER2, M3, .4), SNOW, .14))
for i in range(60):
    t = R.random(); c.rect(R.uniform(0, 1600), 1590 + 780 * t, R.uniform(24, 90) * (.4 + t), 4 + 4 * t, SNOW, 3, .16)
# --- hut with lamplight
with c.air(.14, INK):
    c.rect(1296, 1262, 40, 80, OCHRE3); c.rect(1316, 1262, 20, 80, INK, 0, .2); c.rect(1288, 1252, 56, 15, M3)
    house(c, 930, 1606, 430, 250, floors=1, cols=3, door_at=1, side=0, lit=((0, 0), (0, 2)), wall=mix(CREAM, M1, .25), roofthings=False, pots=False)
for i in range(8): c.ell(1322 + 12 * i + 2.2 * i * i, 1226 - 40 * i, 17 + 6 * i, 27 + 5 * i, '#F6E0C4', .30 - .032 * i)
woodpile(c, 1390, 1618, 130, 96, seed=4)
for x in (1001, 1289): [c.ell(x, 1640, 110 * q, 24 * q, '#F6CF8A', .09) for q in (1, .82, .64, .46)]
for x in (1001, 1289):
    for r in (58, 78, 98, 118): c.circle(x, 1500, r, '#FBE0A8', .06)
# fence behind the instruments
with c.air(.1, M3):
    for x in range(-20, 870, 92): c.rect(x, 1630, 15, 118, mix(CREAM, M1, .3)); c.rect(x + 8, 1630, 7, 118, INK, 0, .18); c.ell(x + 24, 1750, 22, 5, INK, .14)
    for y in (1654, 1702): c.rect(-20, y, 850, 12, mix(CREAM, M1, .3)); c.rect(-20, y + 8, 850, 4, INK, 0, .2)
path_strip(c, [(1146, 1622, 34), (1120, 1710, 56), (1010, 1880, 96), (860, 2130, 160), (700, 2440, 260)], mix('#D8BC92', M3, .12))
# --- the mast
mx, my, mh = 470, 1960, 1330
c.cast(mx, my, 60, 330, .12)
for a, b in ((-330, 40), (330, 46), (-120, -150), (210, -130)): c.line([(mx, my - mh * .70), (mx + a, my + b)], INK, 3, .45); c.rect(mx + a - 8, my + b - 14, 16, 22, M1, 3)
w = 30
for e in (-1, 1): c.rect(mx + e * w - 5, my - mh * .94, 10, mh * .94, M1 if e < 0 else M3)
n = 17
for i in range(n): y0 = my - mh * .94 * i / n; y1 = my - mh * .94 * (i + 1) / n; c.line([(mx - w, y0), (mx + w, y1)], M2, 6); c.line([(mx + w, y0), (mx - w, y0)], M2, 5)
c.rect(mx - 90, my - 16, 180, 26, mix(M1, OCHRE2, .3)); c.rect(mx, my - 16, 90, 26, INK, 0, .18)
c.rect(mx - 7, my - mh * 1.08, 14, mh * .2, M1); c.line([(mx, my - mh * 1.08), (mx, my - mh * 1.13)], M1, 5)
ay = my - mh * .93; c.line([(mx - 225, ay), (mx + 225, ay)], M1, 13); c.line([(mx - 225, ay + 5), (mx + 225, ay + 5)], INK, 4, .3)
c.rect(mx - 217, ay - 84, 10, 84, M1); ry = ay - 90                        # cups
for dx, dy, q in ((-62, 8, 1), (60, 10, -1), (6, -22, 1)):
    c.line([(mx - 212, ry), (mx - 212 + dx, ry + dy)], M1, 6); X, Yy = mx - 212 + dx, ry + dy; c.path('M%s %s a24 24 0 0 %d 0 48 Z' % (n1(X), n1(Yy - 24), 1 if q > 0 else 0), MADDER); c.ell(X, Yy, 6, 24, dark(MADDER, .3))
c.circle(mx - 212, ry, 13, MADDER2)
c.rect(mx + 205, ay - 78, 10, 78, M1); vy = ay - 84                       # vane
c.line([(mx + 120, vy + 6), (mx + 300, vy - 6)], M1, 8); c.poly([(mx + 250, vy - 4), (mx + 318, vy - 52), (mx + 336, vy - 50), (mx + 318, vy - 6), (mx + 338, vy + 38), (mx + 318, vy + 40)], GOLD); c.poly([(mx + 250, vy - 4), (mx + 318, vy - 6), (mx + 338, vy + 38), (mx + 318, vy + 40)], INK, .13); c.poly([(mx + 96, vy + 8), (mx + 132, vy - 12), (mx + 136, vy + 20)], GOLD)
py = my - mh * .60                                                        # solar panel and boxes
c.poly([(mx + 26, py), (mx + 180, py + 40), (mx + 158, py - 96), (mx + 18, py - 130)], M1); c.poly([(mx + 36, py - 8), (mx + 166, py + 26), (mx + 148, py - 88), (mx + 29, py - 118)], mix(M3, INK, .4)); c.line([(mx + 32, py - 62), (mx + 157, py - 31)], M1, 4); c.line([(mx + 98, py + 8), (mx + 88, py - 104)], M1, 4); c.poly([(mx + 36, py - 110), (mx + 70, py - 104), (mx + 50, py - 10), (mx + 36, py - 14)], '#F6CFA8', .4)
for i in range(5): c.rect(mx - 116, my - mh * .42 - i * 21, 74, 13, SNOW, 6); c.rect(mx - 79, my - mh * .42 - i * 21, 37, 13, INK, 6, .16)
c.line([(mx - 80, my - mh * .395), (mx - 30, my - mh * .395)], M1, 7)
c.rect(mx - 56, my - mh * .30, 112, 130, CREAM, 8); c.rect(mx + 6, my - mh * .30, 50, 130, INK, 8, .14); c.circle(mx + 34, my - mh * .25, 6, GOLD); c.rect(mx - 40, my - mh * .285, 60, 12, TEAL, 4)
# warm rim where the dawn touches the top of the mast
c.line([(mx - w - 3, my - mh * .94), (mx - w - 3, my - mh * .55)], '#F6CFA8', 4, .8)
# --- shelter, gauge, observer
with c.air(.10, M3): screen(c, 1270, 2170, 500)
gx, gy = 1470, 1960; c.cast(gx, gy, 56, 120, .1); c.ell(gx + 8, gy, 52, 9, INK, .16); c.rect(gx - 28, gy - 104, 56, 104, M1, 5); c.rect(gx, gy - 104, 28, 104, INK, 5, .18); c.ell(gx, gy - 106, 34, 9, light(M1, .4)); c.ell(gx, gy - 105, 26, 6, INK, .6)
p = person(c, 838, 2150, 650, face='34r', dress='down', col=MADDER, col2=GOLD, trousers=INK, shoes=OCHRE3, hat='beanie', hatcol=TEAL, scarf=GOLD, hair='bob', skin=0, mood='down', tilt=7, to_r=(960, 1800), to_l=(938, 1770), hold={'r': 'book', 'l': 'pencil'}, holdcol=TEAL, cast=.55)
bx, by = p['hand_r']; c.poly([(bx + 9, by - 19), (bx + 45, by - 25), (bx + 45, by + 16), (bx + 9, by + 22)], dark(SNOW, .1)); [c.line([(bx + 14, by - 12 + 11 * i), (bx + 40 - 5 * i, by - 16 + 11 * i)], INK, 3, .3) for i in range(3)]
for i in range(3): c.ell(940 + 34 * i, 1588 - 16 * i, 16 + 8 * i, 10 + 5 * i, SNOW, .28 - .07 * i)
dog(c, 590, 2215, 250, 1, mix(mix(GREY, OCHRE3, .45), INK, .4), pose='sit', chest=mix(GREY, OCHRE, .4))
# foreground
rock(c, 1480, 2420, 330, 170, mix(M2, OCHRE3, .3)); rock(c, 1250, 2425, 190, 90, mix(M2, OCHRE3, .4)); rock(c, 90, 2425, 300, 150, mix(M2, OCHRE3, .3))
grass_fg(c, 1040, 1620, 2420, 190, 34, mix(JUNIPER2, M3, .35)); grass_fg(c, -20, 420, 2420, 200, 34, mix(JUNIPER2, M3, .35))
c.save(__file__)
