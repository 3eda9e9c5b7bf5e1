"""A team goes home: scarves, handshakes and suitcases before the minibus, in the last sun of the day."""
from extra_gather import *
from extra_plateau import dog

c = Canvas(2400, 1600, time='sunset', sun='left', seed=77)
HZ = 880; R = c.R; SK = SKINS
# --- sky, sun going down behind the mountains
c.rect(0, 0, c.w, HZ + 40, c.grad((0, '#4A7A96'), (.3, '#8CA9B0'), (.55, '#DCC3A8'), (.8, '#F5C98F'), (1, '#F9D9A2')))
for r, o in ((390, .16), (270, .26), (195, .36)): c.circle(828, 536, r, '#FCE3AE', o)
c.circle(828, 536, 136, '#F8C766')
for x, y, z, q in ((1360, 130, 1., 3), (120, 190, .72, 3), (1900, 330, .7, 2), (1030, 60, .5, 1)): soft_cloud(c, x, y, z, rows=q)
for x, y, w in ((1080, 380, 300), (620, 120, 240), (1240, 404, 160), (1980, 110, 260)): c.rect(x, y, w, 10, '#F8E1BE', 5, .6)
mountains(c, HZ, top=330, seed=26)
birds(c, 1180, 250, 5, .8, 130)
with c.air(.16): hills(c, 800, 44, n=6, scrub=26, seed=8)
with c.air(.24): village(c, 640, 1330, 886, 5, 86, seed=12)
with c.air(.12):
    for x, h in ((610, 190), (672, 236), (742, 180), (1010, 200), (1075, 240), (1140, 190), (2290, 250), (2360, 300)): poplar(c, x, 918, h, mix(JUNIPER, INK, .08 * (h % 3)), cast=False)
    for x, h in ((880, 130), (960, 110), (1240, 140)): round_tree(c, x, 922, h, LEAF if h > 120 else JUNIPER, cast=False)
ground(c, 910, pools=8, pebbles=24, tufts=0, seed=5)
path_strip(c, [(2600, 965, 300), (2050, 1060, 700), (1700, 1200, 1150), (1500, 1420, 1700), (1400, 1700, 2200)], c.grad((0, mix(c.T['ground'][0], SNOW, .16)), (1, mix(*c.T['ground'], .72))), edge=False)
wall(c, 560, 1500, 962, 66, col=mix(CREAM, OCHRE2, .18))
# --- the house on the left, lamps already lit
house(c, -160, 1060, 700, 500, floors=2, cols=3, door_at=2, bat=.035, side=.12, lit=((0, 1), (1, 0), (0, 2)), wall=mix(CREAM, OCHRE2, .14), roofthings=False)
for x in (470, 330): pot(c, x, 1078, 92, plant='flower')
# --- the minibus
BX, BY, BL = 1730, 1130, 1120
u = coach(c, BX, BY, BL)
ladder(c, (1262, 1150), (1300, 640), 84, 11)
pool(c, 1080, 1350, 820, 150, '#FBE3B0', .2)
# --- loading the last bag
person(c, 1290, 984, 372, face='back', dress='jacket', col=JUNIPER, trousers=INK, hat='cap', hatcol=GOLD2, hair='short', skin=1, legs=((-6, 8, 1, .8), (10, -4, .7, 1)), to_l=(1262, 600), to_r=(1372, 604), shadow=False)
duffel(c, 1318, 624, 170, MADDER)
# --- townspeople behind, scarves ready over their hands
person(c, 566, 1196, 356, face='34r', dress='chuba', col=mix(TEAL, INK, .3), col2=GOLD, apron=True, hair='bun', skin=0, arms='hold', hold={'both': 'khata'}, mood='smile', tilt=4)
person(c, 662, 1178, 372, face='34r', dress='jacket', col=OCHRE3, col2=CREAM, hair='short', hat='felt', hatcol=mix(OCHRE3, INK, .45), skin=1, arms='rest', mood='calm')
person(c, 905, 1186, 352, face='34r', dress='chuba', col=JUNIPER, col2=GOLD, hair='braids', skin=2, arms='hold', hold={'both': 'khata'}, mood='open', tilt=-4)
person(c, 1030, 1168, 366, face='34r', dress='sweater', col=M3, col2=CREAM, hair='crop', skin=1, arms='raise_r', arm_r=(140, 168), mood='open', tilt=5)
# --- stepping in, one last wave
person(c, 1838, 1064, 372, face='34l', dress='down', col=CORAL, col2=CREAM, hair='pony', skin=2, khata=True, arms='wave_l', arm_l=(-80, -158), arm_r=(18, 40), mood='open', shadow=False, legs=((-4, -3), (16, -6, .8, 1)), tilt=-5)
# --- tea for the road
person(c, 1492, 1296, 408, kind='elder', face='34r', dress='chuba', hem=1.15, col=mix(INK, MADDER2, .3), col2=GOLD, off='l', hat='fur', hatcol=GOLD2, hair='short', skin=1, to_l=(1566, 1128), to_r=(1580, 1112), hold={'r': 'thermos'}, holdcol=MADDER, cast=.7, tilt=4)
person(c, 1664, 1300, 420, face='34l', dress='down', col=JUNIPER2, col2=GOLD, trousers=INK, hair='crop', skin=2, khata=True, to_l=(1612, 1140), arm_r=(8, 0), hold={'l': 'bowl'}, mood='open', cast=.7, tilt=-4)
suitcase(c, 1744, 1312, 96, MADDER2, h=150, pull=True)
# --- handshake
person(c, 520, 1388, 476, face='34r', dress='chuba', hem=1.1, col=mix(MADDER2, INK, .2), col2=GOLD, off='l', shirt=CREAM, hair='short', skin=1, mood='open', to_r=(618, 1178), to_l=(604, 1188), trousers=INK, cast=.8)
person(c, 714, 1394, 484, face='34l', dress='suit', col=mix(INK, TEAL, .25), col2=MADDER, hair='short', haircol=mix(HAIR, GREY, .45), glasses=True, skin=2, khata=True, to_l=(624, 1178), to_r=(636, 1190), tilt=-4, cast=.8)
# --- the elder lays a scarf round a neck
V = person(c, 1196, 1466, 560, face='34l', dress='jacket', col=TEAL, col2=INK, shirt=SNOW, trousers=INK, hair='bob', skin=0, mood='closed', lean=-10, tilt=-10, arms='low', arm_l=(-10, -28, .9, .7), arm_r=(-4, -50, .95, .9), cast=.8)
nx, ny = V['neck']
khata_strip(c, [(nx - 66, ny + 250), (nx - 62, ny + 150), (nx - 58, ny + 74), (nx - 38, ny + 32), (nx + 10, ny + 22), (nx + 36, ny + 62), (nx + 26, ny + 140), (nx + 34, ny + 262)], 36)
E = person(c, 986, 1462, 516, kind='elder', face='34r', dress='chuba', hem=1.66, col=mix(MADDER, MADDER2, .2), col2=GOLD, hair='bun', skin=1, mood='smile', to_r=(nx - 30, ny + 44), to_l=(nx - 60, ny + 104), apron=True, tilt=2, cast=.8)
suitcase(c, 1330, 1476, 190, MADDER2)
# --- children: one hugged, two waving after the bus, one keeping watch over the luggage; a dog
K = person(c, 1622, 1536, 490, face='34r', pose='half', dress='sweater', col=M3, col2=CREAM, trousers=INK, hair='bun', skin=2, mood='closed', khata=True, lean=10, tilt=10, arm_l=(40, 80), arm_r=(30, 70, .8, .7), cast=.4)
person(c, 1752, 1538, 306, kind='child', face='34l', dress='chuba', hem=1.1, col=GOLD2, col2=MADDER, hair='pigtails', skin=1, mood='closed', to_l=(1668, 1306), to_r=(1690, 1322), lean=-9, tilt=-12, cast=.6)
sx, sy = K['neck'][0] - 8, K['neck'][1] + 40
c.line([(sx, sy), (sx + 46, sy + 66), (sx + 112, sy + 62)], M3, 32); c.line([(sx + 2, sy + 9), (sx + 48, sy + 75), (sx + 108, sy + 72)], INK, 10, .13); c.line([(sx - 2, sy - 7), (sx + 46, sy + 56), (sx + 100, sy + 53)], SNOW, 4, .2); c.line([(sx + 104, sy + 62), (sx + 118, sy + 62)], dark(M3, .2), 30, cap='butt'); c.ell(sx + 128, sy + 62, 15, 13, SK[2])
person(c, 2010, 1500, 330, kind='child', face='back', dress='chuba', hem=1.1, col=MADDER, col2=GOLD, hair='braids', skin=0, arm_l=(-136, -164), arm_r=(14, 2), tilt=-5, cast=.7)
person(c, 2146, 1482, 300, kind='child', face='back', dress='tracksuit', col=INK, col2=TEAL, shirt=SNOW, hair='short', hat='cap', hatcol=GOLD, skin=2, arm_l=(-12, -6), arm_r=(142, 170), tilt=6, cast=.7)
dog(c, 1892, 1510, 190, 1, pose='sit')
# luggage at the left, a small one sits on it
suitcase(c, 170, 1512, 210, TEAL, h=250, handle=False); duffel(c, 182, 1270, 190, MADDER2)
suitcase(c, 344, 1530, 220, OCHRE3, h=130, strap=MADDER)
person(c, 366, 1482, 350, kind='child', face='34r', pose='sit', legs=((70, 4), (82, 16)), dress='down', col=CORAL, col2=GOLD, hair='bob', hat='beanie', hatcol=JUNIPER, skin=2, mood='calm', arms='lap', hold={'both': 'flowers'}, holdcol=MADDER, shadow=False, tilt=-5)
foreground(c, 'right', .62, (GOLD, CREAM, MADDER)); grass_fg(c, -20, 300, 1620, 110, 18)
c.save(__file__)
