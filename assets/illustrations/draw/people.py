"""People: one posable figure. See person()."""
import math
from core import *

PROP = {
    'adult': dict(hh=.180, sh=.795, hip=.475, sw=.108, ww=.080, hw=.088, ua=.150, fa=.135, hand=.0265, th=.228, sn=.215, ank=.032, aw=.060, lw=.070, wide=1.0),
    'elder': dict(hh=.186, sh=.785, hip=.470, sw=.106, ww=.090, hw=.094, ua=.148, fa=.134, hand=.0270, th=.225, sn=.213, ank=.032, aw=.062, lw=.072, wide=1.02),
    'teen': dict(hh=.205, sh=.768, hip=.445, sw=.108, ww=.082, hw=.086, ua=.142, fa=.128, hand=.0280, th=.212, sn=.200, ank=.033, aw=.062, lw=.070, wide=1.03),
    'child': dict(hh=.262, sh=.705, hip=.375, sw=.118, ww=.105, hw=.110, ua=.122, fa=.112, hand=.0330, th=.172, sn=.165, ank=.038, aw=.078, lw=.082, wide=1.08),
    'small': dict(hh=.295, sh=.672, hip=.335, sw=.122, ww=.118, hw=.120, ua=.110, fa=.100, hand=.0360, th=.150, sn=.145, ank=.040, aw=.086, lw=.090, wide=1.10),
}
# hem: how far the garment reaches down the legs (0 hip, 1 knee, 1.85 ankle)
HEM = dict(sweater=.22, jacket=.36, down=.5, doctor=1.1, chuba=1.78, tracksuit=.26, vest=.3, tunic=.5, dress=.95, suit=.42)


def _legs(pose, view, m):
    """((thigh, shin, thigh foreshortening, shin foreshortening) left, right) in screen degrees."""
    f = view in ('front', 'back') or (view == '34' and pose == 'cross')
    if not f:
        t = {'stand': ((-3, -5), (6, 2)), 'walk': ((-17, -36), (24, 8)), 'run': ((-30, -86), (54, 0)), 'sit': ((86, 4), (78, 8)),
             'floor': ((86, 84), (82, 88)), 'kneel': ((92, -86), (84, -86)), 'half': ((8, -84), (84, 2)), 'squat': ((112, -30), (104, -26)),
             'cross': ((78, -74, .9, .8), (66, -60, .9, .8)), 'step': ((-6, -14), (46, 4))}[pose]
        t = [tuple(v * m if i < 2 else v for i, v in enumerate(q)) for q in t]
        return (t[0], t[1]) if m > 0 else (t[1], t[0])      # near leg: left when facing right
    return {'stand': ((-3, -2), (3, 2)), 'walk': ((-3, -1), (5, -4, 1, .86)), 'run': ((-6, 0), (12, -10, .8, .5)), 'sit': ((-20, -3, .36), (20, 3, .36)),
            'floor': ((-16, -14, .3, .35), (16, 14, .3, .35)), 'kneel': ((-24, 0, .5, .05), (24, 0, .5, .05)), 'half': ((-10, 0, .9, .1), (24, 2, .4)),
            'squat': ((-52, 12, .75), (52, -12, .75)), 'cross': ((-74, 70, .95, .8), (74, -70, .95, .8)), 'step': ((-3, -2), (14, 0, .6, 1))}[pose]


def _arms(name, view, m):
    """(left, right): (upper, fore[, foreshortening upper, fore]) in screen degrees."""
    f = {'rest': ((-10, -4), (10, 4)), 'hold': ((-16, 58), (16, -58)), 'low': ((-12, 30), (12, -30)), 'chest': ((-20, 112, .9), (20, -112, .9)),
         'book': ((-18, 46, .95, .75), (18, -46, .95, .75)), 'wave_r': ((-10, -4), (78, 164)), 'wave_l': ((-78, -164), (10, 4)),
         'point_r': ((-10, -4), (72, 96)), 'point_l': ((-72, -96), (10, 4)), 'hip_r': ((-10, -4), (44, -38)), 'hip_l': ((-44, 38), (10, 4)),
         'up': ((-150, -168), (150, 168)), 'out': ((-68, -84), (68, 84)), 'open': ((-34, -64), (34, 64)), 'clap': ((-26, 128, .9, .8), (26, -128, .9, .8)),
         'back': ((-20, 14, 1, .6), (20, -14, 1, .6)), 'carry': ((-20, 78), (20, -78)), 'raise_r': ((-10, -4), (160, 176)), 'raise_l': ((-160, -176), (10, 4)),
         'reach_r': ((-8, 6), (52, 74)), 'reach_l': ((-52, -74), (8, -6)), 'knees': ((-14, 16), (14, -16)), 'lap': ((-14, 40), (14, -40)), 'fwd': ((-30, -8, .8, .8), (30, 8, .8, .8))}
    if view in ('front', 'back'): return f[name]
    p = {'rest': ((-8, 6), (6, 16)), 'hold': ((4, 78), (16, 84)), 'low': ((2, 44), (12, 52)), 'chest': ((6, 122), (14, 126)), 'book': ((14, 88), (24, 92)),
         'wave_r': ((-8, 6), (84, 158)), 'wave_l': ((-8, 6), (84, 158)), 'point_r': ((-8, 6), (78, 92)), 'point_l': ((78, 92), (6, 16)),
         'hip_r': ((-40, 30), (6, 16)), 'hip_l': ((-40, 30), (6, 16)), 'up': ((150, 168), (138, 160)), 'out': ((-60, -70), (68, 80)), 'open': ((20, 74), (44, 84)),
         'clap': ((22, 118), (30, 112)), 'back': ((-30, -4), (-24, 0)), 'carry': ((12, 90), (22, 94)), 'raise_r': ((-8, 6), (160, 172)), 'raise_l': ((160, 172), (6, 16)),
         'reach_r': ((8, 40), (56, 78)), 'reach_l': ((56, 78), (8, 40)), 'knees': ((26, 50), (36, 56)), 'lap': ((6, 62), (14, 66)), 'fwd': ((40, 66), (50, 74))}[name]
    near, far = [tuple(v * m if i < 2 else v for i, v in enumerate(q)) for q in p]
    return (near, far) if m > 0 else (far, near)


def person(c, x, y, h, kind='adult', face='front', pose='stand', arms='rest', arm_l=None, arm_r=None, legs=None, lean=0, tilt=0,
           hair='short', haircol=None, hat=None, hatcol=MADDER, dress='sweater', col=TEAL, col2=GOLD, trousers=INK, shirt=CREAM, shoes=None,
           skin=0, mood='smile', hold=None, holdcol=None, apron=False, off=None, khata=False, scarf=None, steth=False, glasses=False, badge=False,
           hem=None, shadow=True, cast=.5, draw='all', to_l=None, to_r=None, bend=1):
    """Draw a person with the feet (or what touches the ground) at (x, y); h is the STANDING height, also when sitting.
    kind   adult | elder | teen | child | small (toddler)
    face   front | 34l | 34r | left | right | back   (the way the body faces, seen by the viewer)
    pose   stand | walk | run | step | sit (on a chair; seat at returned 'hip') | floor (legs stretched out) | kneel (on heels) |
           half (one knee down) | squat | cross (cross-legged on the ground)
    legs   own ((thigh, shin), (thigh, shin)) for screen-left and screen-right leg, in place of pose
    arms   rest | low | hold | book | chest | lap | knees | carry | clap | open | out | up | fwd | back | wave_l/_r | point_l/_r |
           raise_l/_r | reach_l/_r | hip_l/_r  (l, r = SCREEN left, right)
    arm_l, arm_r  own (upper, fore[, foreshortening of upper, of fore]) for one arm. Angles are screen degrees:
           0 = straight down, +90 = to the right, -90 = to the left, 180 = up.
           Facing 34r/right, the near arm (drawn over the body) is arm_l; facing 34l/left it is arm_r.
    to_l, to_r    (x, y) point on the picture the screen-left / screen-right hand shall touch (elbow found by itself; hangs down,
           or up with bend=-1). Use it to hold rails, ropes, other hands, wheelchairs, book pages.
    lean, tilt    trunk and head in degrees, + to the right
    hair   short | crop | bob | long | bun | braids (two) | braid (one long) | pigtails | pony | bald | none
    hat    None | cap | felt | fur | hard | beanie | scarf | surgical | sun | flowers      (hatcol its colour)
    dress  sweater | jacket | down | doctor | chuba | tracksuit | vest | tunic | dress | suit
    col, col2, shirt, trousers, shoes   main colour, trim, shirt under it, legs, feet
    apron  striped pangden over a chuba (or plain apron colour as '#..' over other dress)
    off    'l' | 'r': chuba with that (screen) sleeve off the shoulder
    khata  white scarf round the neck; scarf: colour of a short knitted scarf; steth, glasses, badge: True
    mood   smile | open (laughing) | calm | down (looking down, e.g. reading) | closed
    hold   {'l': prop, 'r': prop, 'both': prop}; see prop() for the names; holdcol: colour of the prop
    cast   length of the cast shadow in heights; shadow=False: none (figures on furniture)
    Returns {'head','hand_l','hand_r','hip','neck','knee_l','knee_r','foot_l','foot_r'} as (x, y), to put things between."""
    P = PROP[kind]; s = c.sh
    view = {'34l': '34', '34r': '34', 'left': 'side', 'right': 'side'}.get(face, face); m = -1 if face in ('34l', 'left') else 1
    A = list(_arms(arms, view, m))
    if view == 'back': A = [A[0], A[1]]
    if arm_l: A[0] = arm_l
    if arm_r: A[1] = arm_r
    Lg = legs or _legs(pose, view, m)
    g = lambda q, i: q[i] if len(q) > i else 1
    wf = {'front': 1, 'back': 1, '34': .86, 'side': .62}[view]
    big = {'down': 1.14, 'jacket': 1.06, 'chuba': 1.06, 'doctor': 1.05}.get(dress, 1)
    sw, ww, hw = P['sw'] * h * wf, P['ww'] * h * wf * big, P['hw'] * h * wf * big
    gap = P['hw'] * h * (.50 if view in ('front', 'back') else .34 if view == '34' else .10)
    # hips high enough that the lowest joint touches the ground
    low = 0
    for q in Lg:
        ky = math.cos(math.radians(q[0])) * P['th'] * h * g(q, 2); fy = ky + math.cos(math.radians(q[1])) * P['sn'] * h * g(q, 3)
        low = max(low, ky + P['lw'] * h * .5, fy + P['ank'] * h * (1 if abs(q[1]) < 50 else .9))
    hx, hy = x, y - max(low, P['lw'] * h * .62)
    if view not in ('front', 'back') and pose in ('sit', 'kneel', 'squat', 'floor') and not legs: hx = x - m * P['th'] * h * .45
    legp = []
    for i, q in enumerate(Lg):
        a = (hx + (gap if i else -gap), hy); k = pol(*a, q[0], P['th'] * h * g(q, 2)); f = pol(*k, q[1], P['sn'] * h * g(q, 3)); legp.append((a, k, f))
    tl = (P['sh'] - P['hip']) * h                         # trunk length
    rad = math.radians(lean); ux, uy = math.sin(rad), -math.cos(rad); vx, vy = -uy, ux
    def halfw(u): return hw + (ww - hw) * u / .42 if u < .42 else ww + (sw - ww) * (u - .42) / .58
    def F(v, u):                                          # trunk coordinates: v -1..1 across, u 0 hip .. 1 shoulder
        w = halfw(max(0, u)) * v; return hx + ux * tl * u + vx * w, hy + uy * tl * u + vy * w
    neck = F(0, 1.04)
    feetx = (legp[0][2][0] + legp[1][2][0]) / 2
    # --- shadow on the ground
    if shadow and draw in ('all', 'body'):
        if cast: 
            L = h * cast; c.cast(feetx if pose in ('stand', 'walk') else hx, y, sw * 2 + h * .04, L, .10)
        lo = min(p[0] for l in legp for p in l) - h * .03; hi = max(p[0] for l in legp for p in l) + h * .03
        c.ell((lo + hi) / 2 + s * h * .02, y - h * .004, (hi - lo) / 2 + h * .035, h * .022 + 3, INK, .17)
    order = [0, 1] if view in ('front', 'back') else ([1, 0] if m > 0 else [0, 1])   # far leg first
    skc = SKINS[skin % 3]; hc = haircol or (GREY if kind == 'elder' else HAIR)
    shoes = shoes or mix(MADDER2, INK, .35)
    lw = P['lw'] * h
    # --- legs
    hm = HEM[dress] if hem is None else hem
    def drawleg(i):
        a, k, f = legp[i]; far = view not in ('front', 'back') and i == order[0]
        tc = dark(trousers, .16) if far else trousers
        q = Lg[i]
        # shoe
        fl = h * (.072 if kind in ('adult', 'elder', 'teen') else .085); fh = P['ank'] * h * 1.25
        sc = dark(shoes, .2) if far else shoes
        if hm > .8 and pose in ('cross', 'kneel'): pass
        elif view == 'front' or view == 'back' or pose == 'cross':
            dx = (1 if i else -1) * h * .008
            if abs(q[1]) > 45: c.ell(f[0] + math.copysign(fl * .3, q[1]), f[1] + fh * .05, fl * .55, fh * .6, sc)
            elif g(q, 3) >= .3: c.path(smooth([(f[0] - fl * .42 + dx, f[1] + P['ank'] * h), (f[0] - fl * .44 + dx, f[1] + P['ank'] * h - fh * .7), (f[0], f[1] - fh * .35), (f[0] + fl * .44 + dx, f[1] + P['ank'] * h - fh * .7), (f[0] + fl * .42 + dx, f[1] + P['ank'] * h)], True, .8), sc)
        else:
            tilt_ = q[1] * m; rot = 0
            if tilt_ < -20: rot = max(-60, tilt_ + 8) if tilt_ > -70 else 0
            elif tilt_ > 50: rot = 70
            if tilt_ <= -70: c.ell(f[0] - m * fl * .1, f[1] - fh * .1, fl * .62, fh * .62, sc)
            else:
             with c.g('translate(%s %s) rotate(%s) scale(%d 1)' % (n1(f[0]), n1(f[1]), n1(-rot * m * 1.), m)):
                b = P['ank'] * h
                c.path(smooth([(-fl * .38, b), (-fl * .42, b - fh * .8), (-fl * .05, b - fh * 1.15), (fl * .3, b - fh * .75), (fl * .82, b - fh * .42), (fl * .86, b)], True, .7), sc)
                c.path('M%s %s L%s %s' % tuple(n1(v) for v in (-fl * .3, b - 1, fl * .78, b - 1)), sc)
        pl = [(k[0] + (a[0] - k[0]) * 1., a[1]), k]
        c.line([a, k], tc, lw); c.line([k, f], tc, lw * .9)
        off_ = lw * .24 * s
        if abs(q[1]) < 60: c.line([(a[0] + off_, a[1]), (k[0] + off_, k[1]), (f[0] + off_ * .9, f[1])], INK, lw * .36, .12)
        if dress == 'tracksuit' and view != 'back' or dress == 'tracksuit':
            o2 = (-lw * .3 if i == 0 else lw * .3) if view in ('front', 'back') else 0
            c.line([(a[0] + o2, a[1]), (k[0] + o2, k[1]), (f[0] + o2 * .9, f[1])], shirt, max(3, lw * .12), .9)
    if draw in ('all', 'body'):
        for i in order: drawleg(i)
    # --- arms
    AL = []
    def solve(S, T, out):
        a, b = P['ua'] * h, P['fa'] * h + P['hand'] * h * .6; dx, dy = T[0] - S[0], T[1] - S[1]; d = math.hypot(dx, dy) or 1; k = 1
        if d > (a + b) * .995: k = min(1.25, d / ((a + b) * .995))
        elif out: k = max(.62, min(1, d * 1.10 / (a + b)))         # seen from the front the arm comes toward us: shorter, little bent
        elif d < (a + b) * .5: k = max(.55, d / ((a + b) * .5))
        a, b = a * k, b * k; d = min(d, (a + b) * .999); th = math.degrees(math.atan2(dx, dy)); ph = math.degrees(math.acos(max(-1, min(1, (a * a + d * d - b * b) / (2 * a * d)))))
        best = None
        for sg in (-1, 1):
            e = pol(*S, th + sg * ph, a)
            sc = (e[0] * out + .35 * e[1] * bend) if out else e[1] * bend      # elbows point outward, or down from the side
            if best is None or sc > best[0]: best = (sc, th + sg * ph, e)
        e = best[2]; return best[1], math.degrees(math.atan2(T[0] - e[0], T[1] - e[1])), k, k
    for i in (0, 1):
        q = A[i]; S = F(-.80 if i == 0 else .80, .865) if view in ('front', 'back', '34') else F((-.16 if i == (0 if m > 0 else 1) else .16) * 1, .87)
        T_ = to_l if i == 0 else to_r
        if T_: q = A[i] = solve(S, T_, (-1, 1)[i] if view in ('front', 'back') else 0)
        e = pol(*S, q[0], P['ua'] * h * g(q, 2)); w = pol(*e, q[1], P['fa'] * h * g(q, 3)); hd = pol(*w, q[1], P['hand'] * h * .75)
        AL.append((S, e, w, hd))
    aw = P['aw'] * h * {'down': 1.25, 'jacket': 1.08, 'chuba': 1.18, 'doctor': 1.1}.get(dress, 1)
    slc = {'vest': shirt, 'dress': shirt}.get(dress, col)
    offi = {'l': 0, 'r': 1}.get(off)
    hold = hold or {}
    def drawarm(i, far=False, bodyclip=None):
        S, e, w, hd = AL[i]; q = A[i]; cc = slc; tr = col2
        if offi == i: cc = shirt; tr = light(shirt, .2)
        if far: cc = dark(cc, .14); tr = dark(tr, .14)
        wd = aw * (.82 if offi == i else 1)
        if bodyclip: c.line([(S[0] + s * wd * .28, S[1] + wd * .3), (e[0] + s * wd * .3, e[1] + wd * .15), (w[0] + s * wd * .2, w[1] + wd * .24)], INK, wd * 1.06, .17, clip=bodyclip)
        hr = P['hand'] * h
        # hand under the cuff
        th = math.radians(q[1]); tx, ty = math.sin(th), math.cos(th); sd = (1 if i == 0 else -1) * (1 if view in ('front',) else 1)
        hcx, hcy = w[0] + tx * hr * .75, w[1] + ty * hr * .75
        sk = dark(skc, .08) if far else skc
        c.line([w, (hcx, hcy)], sk, hr * 1.5); c.ell(hcx, hcy, hr * 1.18, hr * .98, sk, rot=90 - q[1])
        c.ell(w[0] + tx * hr * .7 + ty * hr * .8 * sd, w[1] + ty * hr * .7 - tx * hr * .8 * sd, hr * .42, hr * .42, sk)
        c.line([S, e], cc, wd); c.line([e, (w[0] - tx * wd * .1, w[1] - ty * wd * .1)], cc, wd * .88, cap='round')
        # cuff
        px, py = ty, -tx
        a0 = (w[0] - tx * wd * .34, w[1] - ty * wd * .34); a1 = (w[0] + tx * wd * .20, w[1] + ty * wd * .20); r = wd * .47
        ct = {'chuba': tr, 'doctor': dark(cc, .07), 'sweater': dark(cc, .16), 'down': dark(cc, .12), 'suit': shirt}.get(dress, dark(cc, .14))
        if dress == 'chuba' and offi != i: r = wd * .58; a0 = (w[0] - tx * wd * .52, w[1] - ty * wd * .52)
        c.poly([(a0[0] + px * r, a0[1] + py * r), (a1[0] + px * r * 1.02, a1[1] + py * r * 1.02), (a1[0] - px * r * 1.02, a1[1] - py * r * 1.02), (a0[0] - px * r, a0[1] - py * r)], ct)
        # shadow side of the sleeve
        def offs(p, q_, k):
            dx, dy = q_[0] - p[0], q_[1] - p[1]; L = math.hypot(dx, dy) or 1; nx, ny = -dy / L, dx / L
            if nx * s + ny * .6 < 0: nx, ny = -nx, -ny
            return nx * k, ny * k
        o1, o2 = offs(S, e, wd * .27), offs(e, w, wd * .24)
        c.line([(S[0] + o1[0], S[1] + o1[1]), (e[0] + (o1[0] + o2[0]) / 2, e[1] + (o1[1] + o2[1]) / 2), (w[0] + o2[0] - tx * wd * .3, w[1] + o2[1] - ty * wd * .3)], INK, wd * .34, .12)
        c.line([(S[0] - o1[0] * 1.15, S[1] - o1[1] * 1.15), (e[0] - (o1[0] + o2[0]) * .58, e[1] - (o1[1] + o2[1]) * .58), (w[0] - o2[0] * 1.2 - tx * wd * .5, w[1] - o2[1] * 1.2 - ty * wd * .5)], SNOW, wd * .13, .20 if cc in (INK, TEAL, MADDER2, M3) or sum(int(cc[j:j+2], 16) for j in (1, 3, 5)) < 330 else .16)
        if dress == 'down':
            for t in (.3, .62, .95):
                for p0, p1 in ((S, e), (e, w)):
                    X = p0[0] + (p1[0] - p0[0]) * t; Y = p0[1] + (p1[1] - p0[1]) * t; L = math.hypot(p1[0] - p0[0], p1[1] - p0[1]) or 1; nx, ny = -(p1[1] - p0[1]) / L, (p1[0] - p0[0]) / L
                    c.line([(X - nx * wd * .36, Y - ny * wd * .36), (X + nx * wd * .36, Y + ny * wd * .36)], INK, max(2.5, h * .005), .16)
        if dress == 'tracksuit': c.line([S, e, (w[0] - tx * wd * .5, w[1] - ty * wd * .5)], shirt, max(3, wd * .13), .9)
        if dress == 'vest':
            X, Y = S[0] * .25 + e[0] * .75, S[1] * .25 + e[1] * .75
    def armprop(i):
        k = 'l' if i == 0 else 'r'
        if k in hold: prop(c, hold[k], AL[i][3][0], AL[i][3][1], h if kind in ('adult', 'elder', 'teen') else h * 1.3, m if view not in ('front', 'back') else (1 if i else -1), holdcol)
    def hand(i):                                           # fingers over a held prop
        q = A[i]; hr = P['hand'] * h; X, Y = AL[i][3]; c.ell(X, Y, hr * .98, hr * .86, skc, rot=90 - q[1])
    far = order[0] if view not in ('front', 'back') else None
    hid = view == 'back' and arms in ('hold', 'book', 'chest', 'clap', 'carry', 'lap', 'low', 'knees')
    if draw in ('all', 'body'):
        if far is not None: drawarm(far, True); armprop(far)
        if hid: drawarm(0); drawarm(1)
    # --- hair behind the shoulders
    hh = P['hh'] * h
    ta = math.radians(lean * .6 + tilt * .5); hxp = neck[0] + math.sin(ta) * hh * .5 + m * {'34': .04, 'side': .10}.get(view, 0) * hh; hyp = neck[1] - math.cos(ta) * hh * .46
    if hair in ('long', 'bob') and view != 'back': head(c, hxp, hyp, hh, view, m, lean * .35 + tilt, kind, skc, hair, hc, part='back')
    # --- body
    n = []
    trunk = [F(-.30, 1.05), F(-.72, 1.0), F(-1.0, .86), F(-1.02, .60), F(-1.0, .40), F(-1.0, .14), F(-.92, .0), F(.92, .0), F(1.0, .14), F(1.0, .40), F(1.02, .60), F(1.0, .86), F(.72, 1.0), F(.30, 1.05)]
    if view == 'side': trunk = [F(-.2, 1.05), F(-.8, .98), F(-1.12, .8), F(-1.05, .55), F(-.98, .3), F(-1.06, 0), F(1.06, 0), F(1.05, .3), F(1.06, .55), F(.98, .8), F(.7, .98), F(.3, 1.05)] if m > 0 else [F(-.3, 1.05), F(-.7, .98), F(-.98, .8), F(-1.06, .55), F(-1.05, .3), F(-1.06, 0), F(1.06, 0), F(.98, .3), F(1.05, .55), F(1.12, .8), F(.8, .98), F(.2, 1.05)]
    def at(i, t):
        a, k, f = legp[i]; p, q_, tt = (a, k, t) if t <= 1 else (k, f, t - 1); return p[0] + (q_[0] - p[0]) * tt, p[1] + (q_[1] - p[1]) * tt
    circ = []
    def disc(p, r):
        for j in range(16): a = j * math.pi / 8; circ.append((p[0] + math.cos(a) * r, p[1] + math.sin(a) * r))
    flare = {'chuba': .95, 'dress': 1.25, 'doctor': .95, 'down': .86, 'tunic': .86}.get(dress, .72)
    for v in (-.98, .98): circ.append(F(v, .12)); circ.append(F(v * 1.03, 0))
    for i in (0, 1):
        t = 0
        while t <= hm + .001:
            disc(at(i, t), lw * (.58 + (flare - .58) * min(1, t / 1.2)) if t > 0 else lw * .55); t += .1
    H = hull(circ)
    stand = abs(Lg[0][0]) < 30 and abs(Lg[1][0]) < 30 and g(Lg[0], 2) > .8 and g(Lg[1], 2) > .8
    if stand:                                             # straight hem
        my = max(at(0, hm)[1], at(1, hm)[1]) + h * .012
        H = hull([(px, min(py, my)) for px, py in H])
    area = lambda p: sum(p[i - 1][0] * p[i][1] - p[i][0] * p[i - 1][1] for i in range(len(p)))
    if area(H) * area(trunk) < 0: H = H[::-1]
    body = smooth(trunk, True, .7) + ' ' + pts(H)
    if draw not in ('all', 'body'): body = body
    k = c.clip(body)
    c.path(body, col)
    hem_y = max(p[1] for p in H); hemx = (min(p[0] for p in H) + max(p[0] for p in H)) / 2
    cx_ = m * {'34': .34, 'side': .86}.get(view, 0)       # where the front's middle lies
    front = view != 'back'
    def stripe(u0, u1, cl, op=1): c.poly([F(-1.3, u0), F(1.3, u0), F(1.3, u1), F(-1.3, u1)], cl, op, k)
    lwid = max(3, h * .006)
    if dress in ('sweater', 'jacket', 'tracksuit', 'vest', 'down', 'suit', 'tunic', 'dress', 'doctor', 'chuba') and hm > .6 and stand:
        # folds of a long skirt
        for j, v in enumerate((-.5, .15, .6)):
            p0 = F(v, -.05); c.line([p0, (p0[0] + v * h * .03, hem_y - h * .02)], INK, lwid, .10, clip=k)
    if dress == 'sweater':
        c.poly([(hx - h, hem_y - h * .028), (hx + h, hem_y - h * .028), (hx + h, hem_y + h), (hx - h, hem_y + h)], dark(col, .16), 1, k) if stand else None
        stripe(.62, .70, col2); stripe(.54, .575, col2, .9)
        if front: c.poly([F(cx_ - .34, 1.08), F(cx_ * .9, .93), F(cx_ + .34, 1.08)], shirt, 1, k)
    elif dress in ('jacket', 'down', 'tracksuit'):
        if dress == 'down':
            for u in (.82, .62, .42, .22, .02, -.18): c.line('M%s %s Q%s %s %s %s' % tuple(n1(v) for v in (*F(-1.2, u), *F(0, u - .05), *F(1.2, u))), INK, max(2.5, h * .005), .16, clip=k)
        if dress == 'tracksuit':
            c.poly([F(-1.3, 1.1), F(1.3, 1.1), F(1.3, .70), F(cx_, .58), F(-1.3, .70)], col2, 1, k)
            c.line([F(-1.3, .70), F(cx_, .58), F(1.3, .70)], shirt, max(3, h * .010), 1, clip=k)
        if front:
            c.line([F(cx_, 1.02), F(cx_, .02), (F(cx_, 0)[0], hem_y)], dark(col, .3) if dress != 'down' else col2, lwid, .9, clip=k)
            c.poly([F(cx_ - .42, 1.1), F(cx_, .86), F(cx_ + .42, 1.1)], shirt, 1, k)
            c.poly([F(cx_ - .50, 1.1), F(cx_ - .56, .94), F(cx_, .84), F(cx_ - .28, 1.04)], col2 if dress != 'down' else dark(col, .12), 1, k); c.poly([F(cx_ + .50, 1.1), F(cx_ + .56, .94), F(cx_, .84), F(cx_ + .28, 1.04)], col2 if dress != 'down' else dark(col, .2), 1, k)
            if dress == 'jacket':
                for v in (-.5, .5):
                    a = F(cx_ * .5 + v - .24, .66); b = F(cx_ * .5 + v + .24, .66); e = F(cx_ * .5 + v + .24, .46); f = F(cx_ * .5 + v - .24, .46)
                    c.poly([a, b, e, f], INK, .12, k); c.line([a, b], INK, lwid, .25, clip=k)
                if badge: c.poly([F(cx_ + .35, .78), F(cx_ + .62, .78), F(cx_ + .62, .70), F(cx_ + .35, .70)], SNOW, 1, k)
            else:
                for v in (-.62, .62): c.line([F(cx_ * .5 + v * 1.05, .20), F(cx_ * .5 + v * .8, .02)], INK, lwid, .3, clip=k)
        if stand: c.poly([(hx - h, hem_y - h * .02), (hx + h, hem_y - h * .02), (hx + h, hem_y + h), (hx - h, hem_y + h)], dark(col, .14), 1, k)
    elif dress == 'vest':
        c.poly([F(-1.3, 1.2), F(1.3, 1.2), F(1.3, -.4), F(-1.3, -.4)], col, 1, k)
        stripe(.50, .60, SNOW, .95); stripe(.24, .33, SNOW, .95)
        for v in (-.52, .52): c.poly([F(v - .11, 1.1), F(v + .11, 1.1), F(v + .11, .6), F(v - .11, .6)], SNOW, .95, k)
        if front: c.poly([F(cx_ - .4, 1.1), F(cx_, .72), F(cx_ + .4, 1.1)], shirt, 1, k); c.line([F(cx_, .72), F(cx_, -.3)], INK, lwid, .3, clip=k)
    elif dress in ('doctor', 'suit'):
        if front:
            c.poly([F(cx_ - .40, 1.1), F(cx_, .50), F(cx_ + .40, 1.1)], shirt if dress == 'suit' else (shirt if shirt != CREAM else SKY), 1, k)
            if dress == 'suit': c.poly([F(cx_ - .07, 1.0), F(cx_ + .07, 1.0), F(cx_ + .1, .6), F(cx_, .52), F(cx_ - .1, .6)], col2, 1, k)
            for sg in (-1, 1): c.poly([F(cx_ + sg * .36, 1.1), F(cx_ + sg * .62, .86), F(cx_ + sg * .48, .80), F(cx_, .46), F(cx_ + sg * .02, .58)], dark(col, .09 if sg == -s else .15), 1, k)
            c.line([F(cx_, .48), F(cx_, 0), (F(cx_, 0)[0], hem_y)], INK, lwid, .22, clip=k)
            for u in (.34, .16): c.circle(*F(cx_ + .12, u), max(2.5, h * .0055), INK, .4)
            a, b = F(cx_ * .5 + .34, .66), F(cx_ * .5 + .74, .66)
            c.poly([a, b, F(cx_ * .5 + .74, .50), F(cx_ * .5 + .34, .50)], INK, .10, k)
            c.line([F(cx_ * .5 + .46, .72), F(cx_ * .5 + .46, .62)], TEAL, lwid, 1, clip=k)
            for v in (-.58, .58): c.line([F(cx_ * .4 + v - .24, .02), F(cx_ * .4 + v + .24, .02)], INK, lwid, .2, clip=k)
    elif dress == 'tunic':
        if front: c.poly([F(cx_ - .32, 1.1), F(cx_, .74), F(cx_ + .32, 1.1)], skc, 1, k); c.line([F(cx_ - .34, 1.1), F(cx_, .72), F(cx_ + .34, 1.1)], col2, max(3, h * .011), 1, clip=k)
        for v in (-.55, .55): c.poly([F(v - .26, .16), F(v + .26, .16), F(v + .26, -.06), F(v - .26, -.06)], INK, .10, k)
    elif dress == 'dress':
        c.poly([F(-1.3, 1.2), F(1.3, 1.2), F(1.3, .78), F(.5, .66), F(-.5, .66), F(-1.3, .78)], shirt, 1, k)
        for v in (-.5, .5): c.poly([F(v - .13, 1.1), F(v + .13, 1.1), F(v + .13, .6), F(v - .13, .6)], col, 1, k)
        stripe(.24, .33, col2)
        c.poly([(hx - h, hem_y - h * .03), (hx + h, hem_y - h * .03), (hx + h, hem_y - h * .012), (hx - h, hem_y - h * .012)], col2, 1, k) if stand else None
    elif dress == 'chuba':
        sd = -1 if offi == 0 else 1
        if offi is not None:
            c.poly([F(sd * 1.4, 1.2), F(-sd * .28, 1.2), F(sd * .3, .62), F(sd * 1.4, .30)], shirt, 1, k)
            c.line([F(-sd * .28, 1.14), F(sd * .3, .62), F(sd * 1.4, .30)], col2, max(3, h * .016), 1, clip=k)
        elif front:
            c.poly([F(cx_ - .36, 1.1), F(cx_ + .14, .62), F(cx_ + .42, 1.1)], shirt, 1, k)
            c.line([F(cx_ + .46, 1.12), F(cx_ + .16, .60), F(cx_ - .1, .34)], dark(col, .25), lwid, 1, clip=k)
            c.line([F(cx_ - .40, 1.12), F(cx_ + .2, .56), F(cx_ + .7, .30)], col2, max(3, h * .015), 1, clip=k)
        if apron and front:
            cols = [MADDER, GOLD, TEAL, CREAM, JUNIPER, GOLD, MADDER, SKY, GOLD, JUNIPER, CREAM, TEAL]
            N = 14; t1 = hm * .93; wv = {'front': .34, '34': .26, 'side': .0}[view]
            if view != 'side':
                for pn in range(3):
                    for j in range(N):
                        q0, q1 = [], []
                        for t in (-.1 + (t1 + .1) * j / N, -.1 + (t1 + .1) * (j + 1) / N):
                            l, r = (at(0, max(0, t)), at(1, max(0, t))) if t >= 0 else ((hx - gap, hy + t * P['th'] * h), (hx + gap, hy + t * P['th'] * h))
                            w0 = max(hw * .62, abs(r[0] - l[0]) * .5 * (1.0 if not stand else .8) + h * .022 * min(1, t + .3)); mid_ = ((l[0] + r[0]) / 2 + m * (hw * .30 if view == '34' else 0), (l[1] + r[1]) / 2)
                            if not stand: mid_ = (mid_[0], mid_[1] - lw * .1)
                            (q0 if not q0 else q1).extend([(mid_[0] - w0 + 2 * w0 * pn / 3, mid_[1]), (mid_[0] - w0 + 2 * w0 * (pn + 1) / 3, mid_[1])])
                        c.poly([q0[0], q0[1], (q1[1][0], q1[1][1] + 1), (q1[0][0], q1[0][1] + 1)], cols[(j + pn * 5) % len(cols)], 1, k)
        stripe(.20, .33, col2 if not apron else TEAL if col != TEAL else MADDER)
        c.line([F(-1.2, .33), F(1.2, .33)], INK, lwid, .15, clip=k)
        if stand: c.poly([(hx - h, hem_y - h * .024), (hx + h, hem_y - h * .024), (hx + h, hem_y + h), (hx - h, hem_y + h)], col2, 1, k) if not apron else None
    if apron and apron is not True and front:
        t1 = max(.7, hm); l, r = at(0, t1), at(1, t1); w0 = hw * .62
        c.path(smooth([F(cx_ - .42, .74), F(cx_ + .42, .74), F(cx_ + .66, .2), (r[0] + hw * .15, min(r[1], y - h * .05)), (l[0] - hw * .15, min(l[1], y - h * .05)), F(cx_ - .66, .2)], True, .4), apron)
        for v in (-.36, .36): c.line([F(cx_ + v, .76), F(cx_ + v * .9, 1.06)], apron, max(3, h * .012))
    # shadow side of the body
    ax = [F(.12 * s, 1.3), F(.22 * s, .7), F(.10 * s, .3), F(.26 * s, -.1), (hemx if stand else F(.5 * s, -.1)[0] + s * ((max(p[0] for p in H) - hemx) * .18 if stand else 0), hem_y + 5 if stand else F(0, -.1)[1] + h * .02)]
    c.poly(ax + [(hx + s * h * .6, ax[-1][1]), (hx + s * h * .6, neck[1] - h * .1)], INK, .12, k)
    if not stand: c.poly([(hx - h, hem_y - h * .055), (hx + h, hem_y - h * .055), (hx + h, hem_y + 5), (hx - h, hem_y + 5)], INK, .10, k)
    if hm > .6 and stand: c.poly([(p[0], p[1]) for p in [F(s * .6, .15), F(s * .45, -.3)]] + [(hemx + s * (max(p[0] for p in H) - hemx) * .62, hem_y + 5), (hx + s * h, hem_y + 5), (hx + s * h, F(0, .15)[1])], INK, .06, k)
    if off and draw == 'all' and stand:                             # the empty sleeve tied at the waist
        sd = -1 if offi == 0 else 1; p0 = F(sd * .8, .22); c.line([p0, (p0[0] + sd * h * .03, p0[1] + h * .10), (p0[0] + sd * h * .02, p0[1] + h * .20)], dark(col, .08), aw * .8); c.line([(p0[0] + sd * h * .022, p0[1] + h * .19), (p0[0] + sd * h * .02, p0[1] + h * .205)], col2, aw * .86, cap='butt')
    if pose == 'cross' and hm > .6 and not legs:            # folds of a skirt over crossed legs
        kl, kr = legp[0][1], legp[1][1]
        c.path('M%s %s Q%s %s %s %s Q%s %s %s %s Q%s %s %s %s Z' % tuple(n1(v) for v in (kl[0], kl[1] + lw * .25, hx, hy - lw * .5, kr[0], kr[1] + lw * .25, hx + (kr[0] - hx) * .5, kr[1] + lw * .9, hx, kr[1] + lw * .55, hx - (kr[0] - hx) * .5, kr[1] + lw * .9, kl[0], kl[1] + lw * .25)), INK, .13, clip=k)
        for sg, kk in ((-1, kl), (1, kr)): c.line('M%s %s Q%s %s %s %s' % tuple(n1(v) for v in (hx + sg * lw * .3, hy - lw * .2, (hx + kk[0]) / 2, hy - lw * .3, kk[0] - sg * lw * .1, kk[1] - lw * .1)), SNOW, lwid, .16, clip=k)
    # --- neck, scarf, head
    hh = P['hh'] * h
    ta = math.radians(lean * .6 + tilt * .5); hxp = neck[0] + math.sin(ta) * hh * .5 + m * {'34': .04, 'side': .10}.get(view, 0) * hh; hyp = neck[1] - math.cos(ta) * hh * .46
    hold_back = hair in ('long', 'bob', 'pony') and view != 'back'
    c.line([F(0, 1.0), (hxp - m * {'34': .03, 'side': .1}.get(view, 0) * hh, hyp + hh * .2)], skc, hh * .34, cap='butt') if view != 'back' or hair in ('short', 'crop', 'bun', 'braids', 'pigtails', 'bald', 'none') else None
    if view != 'back': c.line([(neck[0] - hh * .15, neck[1] - hh * .0), (neck[0] + hh * .15, neck[1] + hh * .0)], INK, hh * .12, .14, cap='butt')
    if scarf:
        c.line([F(-.42, 1.06), F(0, .98), F(.42, 1.06)], scarf, h * .045); c.line([F(.2 * m, 1.0), F(.34 * m, .62)], dark(scarf, .1), h * .04, cap='butt')
    if khata and front:
        for v in (-1, 1):
            d = [F(cx_ * .6 + v * .52, 1.06), F(cx_ * .6 + v * .34, .62), F(cx_ * .6 + v * .36, .12)]
            c.line(smooth(d), SNOW, h * .036, cap='butt'); c.line([(d[1][0] + s * h * .010, d[1][1]), (d[2][0] + s * h * .010, d[2][1])], INK, max(3, h * .01), .12, cap='butt')
        c.line(smooth([F(cx_ * .6 - .5, 1.05), F(cx_ * .6 - .2, 1.1), F(cx_ * .6 + .2, 1.1), F(cx_ * .6 + .5, 1.05)]), SNOW, h * .034)
    if steth and front:
        c.line(smooth([F(cx_ - .36, 1.06), F(cx_ - .34, .8), F(cx_, .56), F(cx_ + .34, .8), F(cx_ + .36, 1.06)]), INK, max(3, h * .009)); c.line(smooth([F(cx_, .56), F(cx_ + .04, .48), F(cx_ - .04, .42)]), INK, max(3, h * .009)); c.circle(*F(cx_ - .05, .40), max(4, h * .014), M1)
    head(c, hxp, hyp, hh, view, m, lean * .35 + tilt, kind, skc, hair, hc, hat, hatcol, mood, glasses, col2, part='face')
    # --- arms over the body
    if view in ('front', 'back'):
        if not hid:
            for i in (0, 1): drawarm(i, False, k)
    else: drawarm(order[1], False, k)
    for i in (0, 1):
        if far != i and not hid: armprop(i)
        if ('l', 'r')[i] in hold and far != i and not hid: hand(i)
    if 'both' in hold and not hid:
        a, b = AL[0][3], AL[1][3]; pm = ((a[0] + b[0]) / 2, (a[1] + b[1]) / 2)
        if hold['both'] == 'khata': khata_between(c, a, b, h)
        else:
            prop(c, hold['both'], *pm, h if kind in ('adult', 'elder', 'teen') else h * 1.25, m, holdcol)
        hr = P['hand'] * h
        for i in ((0, 1) if view == 'front' else (order[1],)): c.ell(AL[i][3][0], AL[i][3][1], hr * 1.0, hr * .9, skc)
    return dict(head=(hxp, hyp), hh=hh, hand_l=AL[0][3], hand_r=AL[1][3], hip=(hx, hy), neck=neck, knee_l=legp[0][1], knee_r=legp[1][1], foot_l=legp[0][2], foot_r=legp[1][2])


def head(c, x, y, hh, *a, **o):
    """head(c, x, y, hh, view='front', m=1, tilt=0, kind='adult', skin=SKINS[0], hair='short', hc=HAIR, hat=None, hatcol=MADDER,
    mood='smile', glasses=False, tie=MADDER): a head centred at (x, y), hh high. view: front | 34 | side | back, m: +1 faces right, -1 left.
    Used by person(); alone for people in beds or behind windows."""
    old = c._min; c._min = min(300 / max(1, hh), 5.5)
    _head(c, x, y, hh, *a, **o)
    c._min = old


def _head(c, x, y, hh, view='front', m=1, tilt=0, kind='adult', skin=SKINS[0], hair='short', hc=HAIR, hat=None, hatcol=MADDER, mood='smile', glasses=False, tie=MADDER, part='all'):
    """A head centred at (x, y), hh high. Used by person(); alone for people in beds or behind windows."""
    young = kind in ('child', 'small'); s = c.sh * m; k = hh / 100; W = 45 if young else 41
    P = lambda d, f, op=1, cl=None: c.path(d, f, op, cl)
    with c.g('translate(%s %s) rotate(%s) scale(%.4f %.4f)' % (n1(x), n1(y), n1(tilt), k * m, k)):
        def braid(bx, by, L, dx=0, w=13):
            n = max(3, int(L / 17))
            for j in range(n):
                t = j / n; c.ell(bx + dx * t, by + L * t, w * (1 - .3 * t), 11, hc if j % 2 else light(hc, .09))
            c.rect(bx + dx - w * .6, by + L - 6, w * 1.2, 9, tie, 4); c.ell(bx + dx, by + L + 9, w * .5, 9, hc)
        back = {'bob': 'M-52 -6 C-56 -42 -30 -61 0 -61 C30 -61 56 -42 52 -6 L50 30 C44 46 30 40 0 40 C-30 40 -44 46 -50 30 Z',
                'long': 'M-52 -6 C-56 -42 -30 -61 0 -61 C30 -61 56 -42 52 -6 L54 62 C40 84 -40 84 -54 62 Z'}
        dxv = {'34': -8, 'side': -14}.get(view, 0)
        if view != 'back':
            if hair in back and part in ('all', 'back'):
                with c.g('translate(%d 0)' % dxv): P(back[hair], dark(hc, .15))
            if hair == 'bun': c.circle({'front': 0, '34': -30, 'side': -46}[view], {'front': -58, '34': -46, 'side': -24}[view], 20, hc); c.rect({'front': -16, '34': -34, 'side': -40}[view], {'front': -48, '34': -38, 'side': -32}[view], {'front': 32, '34': 16, 'side': 8}[view], 7, tie, 3)
            if hair == 'pony': c.path('M-34 -30 C-70 -34 -74 10 -58 48 C-46 34 -40 8 -30 -6 Z', hc) if view != 'front' else c.path('M24 -40 C66 -50 66 0 54 34 C48 16 40 -10 26 -20 Z', hc)
            if hair == 'pigtails':
                for bx in ((-52, 52) if view == 'front' else (-44,)): c.circle(bx, 0 if view == 'front' else 4, 17, hc); c.circle(bx * .86, -2, 7, tie)
            if hair == 'braid' and view == 'side': braid(-40, 20, 90, -8)
        if part == 'back': return
        if view == 'side':
            d = 'M-42 -8 C-42 -38 -24 -50 2 -50 C27 -50 37 -36 37 -18 C37 -12 38 -7 40 -3 C44 3 46 8 44 11 C42 14 38 12 38 14 C39 20 38 25 36 29 C32 43 20 48 4 46 C-18 43 -42 24 -42 -8 Z'
        elif young: d = 'M-45 -6 C-45 -36 -26 -50 0 -50 C26 -50 45 -36 45 -6 C46 28 28 46 0 46 C-28 46 -46 28 -45 -6 Z'
        else: d = 'M-41 -8 C-41 -38 -24 -50 0 -50 C24 -50 41 -38 41 -8 C41 22 25 48 0 48 C-25 48 -41 22 -41 -8 Z'
        if view == 'front' and hair not in ('bob', 'long'):
            for e in (-1, 1): c.ell(e * W, 4, 8, 10, skin); c.ell(e * W, 5, 4, 6, INK, .14)
        if view == 'back':
            for e in (-1, 1): c.ell(e * W, 4, 7, 9, skin)
            P('M-46 -6 C-48 -40 -28 -57 0 -57 C28 -57 48 -40 46 -6 C46 20 34 40 0 40 C-34 40 -46 20 -46 -6 Z' if hair not in ('bob', 'long') else back[hair], hc if hair != 'bald' else skin)
            sh_ = 'M%d -60 C%d -30 %d 10 %d 46 L%d 46 L%d -60 Z' % (s * 14, s * 30, s * 26, s * 6, s * 70, s * 70)
            c.path(sh_, INK, .14, c.clip('M-46 -6 C-48 -40 -28 -57 0 -57 C28 -57 48 -40 46 -6 C46 20 34 40 0 40 C-34 40 -46 20 -46 -6 Z'))
            if not hat: c.line('M%d -38 Q%d -46 %d -30' % (-s * 30, -s * 14, -s * 2), light(hc, .3), 4, .5)
            if hair == 'bun': c.circle(0, -16, 23, light(hc, .05)); c.line('M-12 -22 Q0 -32 12 -20', light(hc, .3), 4, .5)
            if hair == 'braids':
                for e in (-1, 1): braid(e * 26, 34, 74, e * 4)
                c.line('M0 -54 L0 36', light(hc, .22), 3, .6)
            if hair == 'braid': braid(0, 34, 110, 2, 15)
            if hair == 'pony': P('M-15 -18 C-24 20 -18 60 2 82 C20 60 26 20 15 -18 Z', light(hc, .06)); c.rect(-15, -24, 30, 9, tie, 4)
            if hair == 'pigtails':
                for e in (-1, 1): c.circle(e * 50, 2, 17, hc); c.circle(e * 43, -1, 7, tie)
        else:
            P(d, skin); cl = c.clip(d)
            P('M%d -60 C%d -20 %d 20 %d 60 L%d 60 L%d -60 Z' % (s * 20, s * 34, s * 30, s * 10, s * 80, s * 80), INK, .10, cl)
            f = {'front': 0, '34': 11, 'side': 0}[view]
            ey = 3 if young else 0; er = 5.2 if young else 4.4
            eyes = {'front': (-16, 16), '34': (-5, 25), 'side': (23,)}[view]; ck = {'front': (-25, 25), '34': (-14, 31), 'side': (20,)}[view]
            for q in ck: c.ell(q, ey + 14, 9, 6.5, BLUSH, .30, clip=cl)
            for q in eyes:
                if mood in ('down', 'closed'): c.line('M%s %s q5.5 %s 11 0' % (n1(q - 5.5), n1(ey + 2), '5' if mood == 'down' else '-5'), INK, 3.8)
                else: c.circle(q, ey, er, INK)
                if hh > 60: c.line('M%s %s q6 -4 12 -%s' % (n1(q - 6), n1(ey - 14), '1'), hc if kind != 'elder' else '#8E9296', 3, .75)
            mx = {'front': 0, '34': 12, 'side': 29}[view]; my = ey + (20 if young else 23); w_ = 10 if view != 'side' else 6
            if mood == 'open': P('M%s %s Q%s %s %s %s Q%s %s %s %s Z' % tuple(n1(v) for v in (mx - w_ - 1, my - 2, mx, my + 20, mx + w_ + 1, my - 2, mx, my + 2, mx - w_ - 1, my - 2)), MADDER2)
            else: c.line('M%s %s q%s %s %s %s' % (n1(mx - w_), n1(my), n1(w_), {'calm': '4', 'down': '5'}.get(mood, '8'), n1(w_ * 2), '-1' if view != 'front' else '0'), mix(INK, MADDER2, .4), 3.6)
            if view == '34' and hh > 60: c.line('M%s %s q6 5 0 8' % (n1(14), n1(ey + 4)), mix(skin, MADDER2, .45), 3, .7)
            if view == 'front' and hh > 80: c.line('M-3 %s q3 3 6 0' % n1(ey + 11), mix(skin, MADDER2, .45), 3, .6)
            if glasses:
                for q in eyes: c.line('M%s %s a11 10 0 1 0 22 0 a11 10 0 1 0 -22 0' % (n1(q - 11), n1(ey)), INK, 3)
                if len(eyes) > 1: c.line('M%s %s L%s %s' % (n1(eyes[0] + 11), n1(ey), n1(eyes[1] - 11), n1(ey)), INK, 3)
                if view != 'front': c.line('M%s %s L%s %s' % (n1(eyes[0] - 11), n1(ey), n1(eyes[0] - 26), n1(ey - 2)), INK, 3)
            # hair
            if hair not in ('none', 'bald'):
                low = 8 if hair in ('short', 'crop') else 12
                if view == 'front':
                    lx, rx = -W + 4, W - 4; part = -12 if hair not in ('braids', 'bun', 'braid') else 0; fr = -22 if hair in ('short', 'bob', 'pigtails', 'crop') else -27
                    hd = 'M%d %d C-%d -36 -30 -59 0 -58 C30 -59 %d -36 %d %d L%d %d C%d -8 %d -18 %d %d Q%d %d %d -38 Q%d %d %d %d C%d -18 %d -8 %d %d Z' % (-W - 4, low - 2, W + 9, W + 9, W + 4, low - 2, rx, low - 4, rx, rx - 5, rx - 12, fr, (rx - 12 + part) // 2 + 6, fr - 3, part, (lx + 12 + part) // 2 - 2, fr - 3, lx + 11, fr, lx + 5, lx, lx, low - 4)
                    if hair in ('bob', 'long'):
                        hd = 'M-52 24 C-58 -36 -34 -61 0 -60 C34 -61 58 -36 52 24 C46 22 40 6 36 -8 Q30 -22 %d -30 Q-24 -22 -34 -6 C-38 8 -46 22 -52 24 Z' % (part + 14)
                elif view == '34':
                    hd = 'M-47 2 C-53 -36 -30 -60 2 -58 C32 -58 48 -38 45 -8 L40 -8 C38 -18 34 -24 26 -27 Q8 -26 -6 -32 Q-8 -20 -18 -12 L-20 10 C-24 18 -30 26 -36 24 C-44 18 -47 10 -47 2 Z'
                    if hair in ('bob', 'long'): hd = 'M-58 26 C-62 -36 -36 -61 2 -60 C34 -60 52 -38 46 -4 C40 -14 36 -24 28 -28 Q6 -24 -8 -32 C-10 -14 -14 6 -22 26 C-34 36 -50 36 -58 26 Z'
                else:
                    hd = 'M-47 2 C-52 -38 -30 -60 2 -58 C28 -58 42 -42 40 -20 C34 -26 26 -29 18 -29 Q6 -26 2 -14 L-2 8 C-8 16 -12 18 -14 26 C-24 36 -36 34 -40 26 C-45 18 -47 10 -47 2 Z'
                    if hair in ('bob', 'long'): hd = 'M-58 28 C-64 -36 -34 -61 2 -60 C30 -60 44 -40 40 -18 C30 -26 20 -29 12 -27 C8 -10 8 10 2 28 C-16 40 -46 40 -58 28 Z'
                P(hd, hc); P('M%d -70 C%d -40 %d 0 %d 60 L%d 60 L%d -70 Z' % (s * 12, s * 30, s * 30, s * 24, s * 90, s * 90), INK, .16, c.clip(hd))
                if not hat: c.line('M%s -40 Q%s -50 %s -50' % (n1(-s * 34), n1(-s * 24), n1(-s * 8)), light(hc, .35), 4.5, .5)
                if view != 'front' and hair not in ('bob', 'long'): c.ell(-19 if view == '34' else -6, 8, 7.5, 10, skin); c.ell(-19 if view == '34' else -6, 9, 3.6, 6, INK, .14)
                if hair == 'braids':
                    if view == 'front':
                        for e in (-1, 1): braid(e * 43, 22, 70, e * 2)
                    else: braid(-30 if view == '34' else -20, 26, 72, -4)
                if hair == 'braid' and view != 'side': braid(-40 if view == '34' else 42, 24, 92, 0 if view == '34' else -6, 14)
            elif hair == 'bald':
                for e in ((-1, 1) if view == 'front' else (-1,)): P('M%d 8 C%d -8 %d -22 %d -26 C%d -14 %d -4 %d 8 Z' % (e * 46, e * 49, e * 46, e * 38, e * 37, e * 40, e * 38), hc)
        # hats
        q = {'front': 0, 'back': 0, '34': 5, 'side': 6}[view]
        def shade_hat(d_):
            P('M%d -120 L%d 20 L%d 20 L%d -120 Z' % (s * 12, s * 20, s * 120, s * 120), INK, .13, c.clip(d_))
        if hat == 'cap':
            d_ = 'M-48 -18 C-52 -66 52 -66 48 -18 Q0 -30 -48 -18 Z'; P(d_, hatcol); shade_hat(d_)
            if view == 'front': P('M-34 -24 Q0 -38 34 -24 Q44 -10 30 -10 Q0 -22 -30 -10 Q-44 -10 -34 -24 Z', dark(hatcol, .2))
            elif view != 'back': P('M14 -28 Q50 -32 72 -16 Q74 -8 60 -10 Q40 -16 18 -16 Z', dark(hatcol, .2))
        elif hat == 'hard':
            d_ = 'M-50 -18 C-54 -74 54 -74 50 -18 Z'; P(d_, hatcol); shade_hat(d_)
            P('M-56 -22 Q0 -34 56 -22 Q60 -12 52 -11 Q0 -22 -52 -11 Q-60 -12 -56 -22 Z' if view in ('front', 'back') else 'M-52 -20 Q10 -32 66 -20 Q70 -10 60 -10 Q0 -20 -50 -11 Z', dark(hatcol, .1)); c.rect(-8 + q, -62, 16, 38, light(hatcol, .35), 6)
        elif hat == 'felt':
            d_ = 'M-36 -24 C-40 -78 -18 -76 0 -70 C18 -76 40 -78 36 -24 Z'; P(d_, hatcol); shade_hat(d_)
            P('M-38 -36 Q0 -26 38 -36 L37 -22 Q0 -12 -37 -22 Z', GOLD if hatcol != GOLD else MADDER2); P('M-78 -24 Q-40 -34 0 -24 Q40 -34 78 -24 Q60 -2 0 -10 Q-60 -2 -78 -24 Z', dark(hatcol, .12))
        elif hat == 'sun':
            d_ = 'M-40 -22 C-42 -68 42 -68 40 -22 Z'; P(d_, hatcol); shade_hat(d_); c.rect(-40, -34, 80, 12, dark(hatcol, .25), 3); c.ell(0, -20, 78, 13, light(hatcol, .12)); P('M%d -20 a78 13 0 0 %d 0 13 Z' % (0, 1), INK, .1)
        elif hat == 'fur':
            d_ = 'M-40 -34 C-38 -82 38 -82 40 -34 Z'; P(d_, hatcol); shade_hat(d_)
            for j in range(7):
                t = (j - 3) / 3; c.circle(t * 44, -28 - 6 * (1 - t * t), 15, OCHRE3 if j % 2 else mix(OCHRE3, OCHRE2, .35))
            for e in (-1, 1):
                if view in ('front', 'back') or e == -1: c.ell(e * 46 + (12 if view not in ('front', 'back') else 0), -2, 13, 24, OCHRE3)
        elif hat == 'beanie':
            d_ = 'M-47 -16 C-50 -72 50 -72 47 -16 Z'; P(d_, hatcol); shade_hat(d_); c.rect(-50, -28, 100, 18, dark(hatcol, .16), 8); c.circle(0, -66, 13, light(hatcol, .5))
        elif hat == 'surgical':
            d_ = 'M-46 -14 C-52 -66 52 -66 46 -14 Q0 -30 -46 -14 Z'; P(d_, hatcol); shade_hat(d_); c.line('M-44 -18 Q0 -34 44 -18', dark(hatcol, .16), 4)
        elif hat == 'scarf':
            if view == 'back': d_ = 'M-48 0 C-54 -68 54 -68 48 0 C44 40 10 56 0 62 C-10 56 -44 40 -48 0 Z'
            elif view == 'front': d_ = 'M-50 14 C-58 -70 58 -70 50 14 C46 -14 34 -28 0 -29 C-34 -28 -46 -14 -50 14 Z'
            else: d_ = 'M-54 24 C-62 -70 50 -72 46 -14 C36 -26 20 -30 4 -26 C-8 -10 -10 20 -22 36 C-36 42 -48 36 -54 24 Z'
            P(d_, hatcol); shade_hat(d_)
            for j in range(3): c.line('M%d %d Q%d %d %d %d' % (-44 + j * 4, -10 - j * 12, 0, -44 - j * 6, 36 - j * 2, -16 - j * 12), light(hatcol, .4), 3.5, .6, clip=c.clip(d_))
        elif hat == 'flowers':
            for j in range(6):
                t = (j - 2.5) / 2.5; px, py = t * 40, -34 - 16 * (1 - t * t); cc = (MADDER, GOLD, CREAM)[j % 3]; c.circle(px, py, 9, cc); c.circle(px, py, 3.4, INK, .4)


# -------------------------------------------------------------- props
def khata_between(c, a, b, h):
    """White scarf lying over two hands and hanging down from them."""
    w = h * .045; s = c.sh; sag = h * .05
    for p, e in ((a, -1), (b, 1)):
        L = h * .22; c.path('M%s %s C%s %s %s %s %s %s L%s %s C%s %s %s %s %s %s Z' % tuple(n1(v) for v in (p[0] - w * .6, p[1], p[0] - w * .8, p[1] + L * .4, p[0] - w * .3 + e * w * .2, p[1] + L * .7, p[0] - w * .5, p[1] + L, p[0] + w * .6, p[1] + L * .96, p[0] + w * .3 + e * w * .2, p[1] + L * .6, p[0] + w * .8, p[1] + L * .3, p[0] + w * .6, p[1])), SNOW)
        c.line([(p[0] + s * w * .3, p[1] + L * .1), (p[0] + s * w * .25, p[1] + L * .92)], INK, max(3, w * .3), .13)
    mx, my = (a[0] + b[0]) / 2, (a[1] + b[1]) / 2 + sag
    c.path('M%s %s Q%s %s %s %s L%s %s Q%s %s %s %s Z' % tuple(n1(v) for v in (a[0], a[1] - w * .4, mx, my, b[0], b[1] - w * .4, b[0], b[1] + w * .9, mx, my + w * 1.8, a[0], a[1] + w * .9)), SNOW)
    c.line('M%s %s Q%s %s %s %s' % tuple(n1(v) for v in (a[0], a[1] + w * .5, mx, my + w * 1.0, b[0], b[1] + w * .5)), INK, max(3, w * .2), .13)


def prop(c, name, x, y, h, m=1, col=None):
    """A thing held at (x, y) by somebody of adult height h (so sizes match); m: +1/-1 the way it points.
    book, closedbook, cup, bowl, basket, thermos, tablet, clipboard, ball, wrench, hammer, hoe, shovel, broom, pointer, chalk, pencil,
    phone, camera, mic, bucket, watering, seedling, flowers, bag, case, box, lantern, balloon, paper, tray, radio, syringe, globe, vegetables"""
    s = c.sh; u = h * .1; t = lambda *v: tuple(n1(q) for q in v)
    if name == 'book':
        cc = col or MADDER
        c.poly([(x - u * .95, y - u * .52), (x, y - u * .36), (x + u * .95, y - u * .52), (x + u * .95, y + u * .5), (x, y + u * .68), (x - u * .95, y + u * .5)], cc)
        c.poly([(x - u * .84, y - u * .56), (x, y - u * .40), (x, y + u * .54), (x - u * .84, y + u * .38)], SNOW); c.poly([(x + u * .84, y - u * .56), (x, y - u * .40), (x, y + u * .54), (x + u * .84, y + u * .38)], dark(SNOW, .1))
        for j in range(3): c.line([(x - u * .68, y - u * (.32 - j * .2)), (x - u * .2, y - u * (.24 - j * .2))], INK, max(2.5, u * .05), .28); 
        c.poly([(x + u * .2, y - u * .2), (x + u * .66, y - u * .28), (x + u * .66, y + u * .06), (x + u * .2, y + u * .14)], SKY); c.poly([(x + u * .2, y + u * .14), (x + u * .4, y - u * .1), (x + u * .66, y + u * .06)], JUNIPER)
    elif name == 'bookback':                              # open book seen from its cover
        cc = col or MADDER
        c.poly([(x - u * .86, y - u * .6), (x, y - u * .5), (x + u * .86, y - u * .6), (x + u * .86, y - u * .48), (x, y - u * .38), (x - u * .86, y - u * .48)], SNOW)
        c.poly([(x - u * .95, y - u * .52), (x, y - u * .40), (x, y + u * .62), (x - u * .95, y + u * .46)], cc); c.poly([(x + u * .95, y - u * .52), (x, y - u * .40), (x, y + u * .62), (x + u * .95, y + u * .46)], dark(cc, .14))
        c.poly([(x - s * u * .7, y - u * .24), (x - s * u * .26, y - u * .18), (x - s * u * .26, y + u * .06), (x - s * u * .7, y - u * .0)], GOLD if cc != GOLD else CREAM)
    elif name == 'closedbook': c.rect(x - u * .42, y - u * .6, u * .84, u * 1.1, col or TEAL, u * .06); c.rect(x - u * .42, y - u * .6, u * .14, u * 1.1, INK, 0, .2); c.rect(x - u * .1, y - u * .36, u * .38, u * .16, CREAM, 3)
    elif name == 'cup': c.path('M%s %s h%s l%s %s q%s %s %s 0 Z' % t(x - u * .26, y - u * .45, u * .52, -u * .08, u * .48, -u * .18, u * .08, -u * .36), col or SNOW); c.rect(x - u * .26, y - u * .32, u * .52, u * .09, TEAL); c.poly([(x + s * u * .05, y - u * .45), (x + s * u * .26, y - u * .45), (x + s * u * .18, y + u * .04), (x + s * u * .05, y + u * .04)], INK, .13)
    elif name == 'bowl': c.path('M%s %s H%s Q%s %s %s %s H%s Q%s %s %s %s Z' % t(x - u * .5, y - u * .3, x + u * .5, x + u * .45, y + u * .2, x + u * .18, y + u * .22, x - u * .18, x - u * .45, y + u * .2, x - u * .5, y - u * .3), col or OCHRE3); c.ell(x, y - u * .3, u * .5, u * .11, SNOW)
    elif name == 'basket':
        c.line('M%s %s Q%s %s %s %s' % t(x - u * .62, y + u * .2, x, y - u * 1.0, x + u * .62, y + u * .2), OCHRE3, max(4, u * .12))
        c.path('M%s %s H%s L%s %s Q%s %s %s %s Z' % t(x - u * .8, y + u * .2, x + u * .8, x + u * .58, y + u * 1.0, x, y + u * 1.14, x - u * .58, y + u * 1.0), OCHRE2)
        for j in range(3): c.line('M%s %s H%s' % t(x - u * (.7 - j * .07), y + u * (.42 + j * .2), x + u * (.7 - j * .07)), OCHRE3, max(3, u * .08), .8)
        for j, cc in enumerate((MADDER, JUNIPER, GOLD, MADDER, LEAF)): c.circle(x + (j - 2) * u * .3, y + u * (.12 - .06 * (j % 2)), u * .2, cc)
        c.poly([(x + s * u * .2, y + u * .2), (x + s * u * .8, y + u * .2), (x + s * u * .58, y + u * 1.0), (x + s * u * .2, y + u * 1.08)], INK, .13)
    elif name == 'vegetables':
        for j, cc in enumerate((JUNIPER, LEAF, JUNIPER)): c.ell(x + (j - 1) * u * .36, y - u * .3, u * .34, u * .42, cc)
        for j in range(3): c.circle(x + (j - 1) * u * .4, y, u * .2, (MADDER, GOLD, MADDER)[j])
    elif name == 'thermos': c.rect(x - u * .2, y - u * .8, u * .4, u * 1.2, col or TEAL, u * .1); c.rect(x - u * .16, y - u * 1.0, u * .32, u * .24, CREAM, u * .06); c.rect(x - u * .2, y - u * .4, u * .4, u * .12, GOLD); c.rect(x + (0.02 if s > 0 else -.2) * u, y - u * .8, u * .18, u * 1.2, INK, u * .08, .14)
    elif name in ('tablet', 'phone'):
        w, q = (u * .62, u * .84) if name == 'tablet' else (u * .24, u * .44)
        c.rect(x - w, y - q * .6, w * 2, q * 1.2, INK, u * .1); c.rect(x - w * .88, y - q * .5, w * 1.76, q, SKY, u * .05)
        if name == 'tablet': c.line([(x - w * .6, y + q * .2), (x - w * .2, y - q * .1), (x + w * .2, y + q * .1), (x + w * .6, y - q * .25)], TEAL, max(3, u * .08))
    elif name == 'clipboard':
        c.rect(x - u * .46, y - u * .66, u * .92, u * 1.2, OCHRE3, u * .06); c.rect(x - u * .38, y - u * .54, u * .76, u * 1.0, SNOW); c.rect(x - u * .16, y - u * .72, u * .32, u * .16, M2, 3)
        for j in range(4): c.rect(x - u * .28, y - u * (.34 - j * .2), u * (.56 if j % 2 else .4), max(3, u * .06), INK, 0, .3)
    elif name == 'paper': c.poly([(x - u * .4, y - u * .55), (x + u * .4, y - u * .5), (x + u * .36, y + u * .5), (x - u * .42, y + u * .45)], SNOW); [c.rect(x - u * .28, y - u * (.3 - j * .2), u * .5, max(3, u * .05), INK, 0, .28) for j in range(3)]
    elif name == 'ball': c.circle(x, y, u * .5, col or MADDER); c.path('M%s %s a%s %s 0 0 1 %s 0 Z' % t(x - u * .5, y, u * .5, u * .34, u), CREAM, .9); c.ell(x + s * u * .16, y + u * .1, u * .36, u * .4, INK, .12)
    elif name in ('hoe', 'shovel', 'broom', 'pointer'):
        if name == 'pointer': c.line([(x, y), (x + m * u * 1.5, y - u * 1.1)], OCHRE3, max(4, u * .1))
        else:
            a = (x + m * u * .1, y - u * 2.0); b = (x - m * u * .1, y + u * 3.0)
            c.line([a, b], OCHRE3, max(5, u * .15))
            if name == 'hoe': c.poly([(b[0] - u * .1, b[1] - u * .1), (b[0] + m * u * .75, b[1] + u * .16), (b[0] + m * u * .8, b[1] + u * .42), (b[0] - u * .1, b[1] + u * .16)], M3)
            elif name == 'shovel': c.path('M%s %s h%s q%s %s %s %s q%s %s %s %s Z' % t(b[0] - u * .4, b[1] - u * .1, u * .8, u * .05, u * .7, -u * .4, u * .9, -u * .42, -u * .2, -u * .4, -u * .9), M2)
            else: c.poly([(b[0] - u * .2, b[1] - u * .2), (b[0] + u * .2, b[1] - u * .2), (b[0] + u * .5, b[1] + u * .8), (b[0] - u * .5, b[1] + u * .8)], GOLD); c.rect(b[0] - u * .22, b[1] - u * .1, u * .44, u * .1, MADDER)
    elif name == 'wrench': c.line([(x - m * u * .5, y + u * .3), (x + m * u * .6, y - u * .4)], M2, max(6, u * .2)); c.circle(x + m * u * .7, y - u * .46, u * .26, M2); c.circle(x + m * u * .82, y - u * .55, u * .13, INK, .6)
    elif name == 'hammer': c.line([(x - m * u * .2, y + u * .5), (x + m * u * .3, y - u * .8)], OCHRE3, max(5, u * .15)); c.rect(x + m * u * .3 - u * .4, y - u * 1.05, u * .8, u * .32, M3, u * .06)
    elif name in ('chalk', 'pencil'): c.line([(x - m * u * .05, y + u * .15), (x + m * u * .3, y - u * .4)], SNOW if name == 'chalk' else GOLD, max(4, u * .12))
    elif name == 'camera': c.rect(x - u * .45, y - u * .35, u * .9, u * .62, INK, u * .1); c.circle(x, y - u * .02, u * .24, M2); c.circle(x, y - u * .02, u * .14, SKY); c.rect(x - u * .18, y - u * .48, u * .36, u * .16, INK, 3)
    elif name == 'mic': c.line([(x, y + u * .4), (x + m * u * .1, y - u * .3)], INK, max(5, u * .14)); c.circle(x + m * u * .12, y - u * .42, u * .2, M2)
    elif name == 'bucket': c.line('M%s %s Q%s %s %s %s' % t(x - u * .45, y + u * .35, x, y - u * .35, x + u * .45, y + u * .35), INK, max(3, u * .06)); c.path('M%s %s H%s L%s %s H%s Z' % t(x - u * .5, y + u * .35, x + u * .5, x + u * .38, y + u * 1.2, x - u * .38), col or TEAL); c.ell(x, y + u * .35, u * .5, u * .12, SKY); c.poly([(x + s * u * .1, y + u * .38), (x + s * u * .5, y + u * .38), (x + s * u * .38, y + u * 1.2), (x + s * u * .1, y + u * 1.2)], INK, .14)
    elif name == 'watering': c.path('M%s %s h%s v%s h%s Z' % t(x - u * .4, y + u * .1, u * .8, u * .8, -u * .8), col or TEAL); c.line([(x + m * u * .35, y + u * .7), (x + m * u * 1.0, y + u * .05)], col or TEAL, max(5, u * .16)); c.ell(x + m * u * 1.05, y, u * .2, u * .12, dark(col or TEAL), rot=-m * 40); c.line('M%s %s Q%s %s %s %s' % t(x - u * .35, y + u * .15, x, y - u * .4, x + u * .35, y + u * .15), dark(col or TEAL), max(4, u * .12))
    elif name == 'seedling': c.path('M%s %s h%s l%s %s h%s Z' % t(x - u * .3, y - u * .1, u * .6, -u * .1, u * .5, -u * .4), OCHRE3); leaf_(c, x, y - u * .1, u * .6, -30, JUNIPER); leaf_(c, x, y - u * .1, u * .6, 30, LEAF); leaf_(c, x, y - u * .1, u * .7, 0, JUNIPER)
    elif name == 'flowers':
        for j in range(5):
            a = (j - 2) * 18; p = pol(x, y, 180 + a, u * (.8 + .1 * (j % 2))); c.line([(x, y + u * .3), p], JUNIPER2, max(3, u * .07)); c.circle(*p, u * .22, (MADDER, GOLD, CREAM, CORAL, GOLD)[j]); c.circle(*p, u * .08, INK, .4)
        c.poly([(x - u * .3, y - u * .2), (x + u * .3, y - u * .2), (x, y + u * .6)], CREAM)
    elif name in ('bag', 'case'): c.line('M%s %s Q%s %s %s %s' % t(x - u * .3, y + u * .2, x, y - u * .3, x + u * .3, y + u * .2), INK, max(4, u * .1)); c.rect(x - u * .65, y + u * .15, u * 1.3, u * .9, col or (TEAL if name == 'case' else MADDER), u * .14); c.rect(x - u * .65 + (u * .8 if s > 0 else 0), y + u * .15, u * .5, u * .9, INK, u * .14, .13); (c.rect(x - u * .07, y + u * .36, u * .14, u * .46, SNOW), c.rect(x - u * .23, y + u * .52, u * .46, u * .14, SNOW)) if name == 'case' else c.rect(x - u * .65, y + u * .5, u * 1.3, u * .1, GOLD)
    elif name == 'box': c.rect(x - u * .8, y - u * .6, u * 1.6, u * 1.1, col or OCHRE2, 4); c.rect(x - u * .8, y - u * .6, u * 1.6, u * .2, INK, 0, .1); c.rect(x - u * .1, y - u * .6, u * .2, u * 1.1, CREAM, 0, .7); c.rect(x + (u * .3 if s > 0 else -u * .8), y - u * .6, u * .5, u * 1.1, INK, 0, .12)
    elif name == 'tray': c.rect(x - u * .9, y - u * .05, u * 1.8, u * .16, M2, 4); prop(c, 'cup', x - u * .4, y - u * .1, h); prop(c, 'cup', x + u * .35, y - u * .1, h)
    elif name == 'balloon': c.line('M%s %s q%s %s %s %s' % t(x, y, u * .3, -u * 1.2, 0, -u * 2.4), INK, 3, .5); c.ell(x, y - u * 3.1, u * .6, u * .72, col or MADDER); c.ell(x - s * u * .2, y - u * 3.3, u * .16, u * .26, SNOW, .5)
    elif name == 'globe': c.circle(x, y - u * .5, u * .55, SKY); c.path('M%s %s q%s %s %s 0 q%s %s %s %s Z' % t(x - u * .3, y - u * .6, u * .3, -u * .4, u * .5, u * .1, u * .4, -u * .3, u * .5), JUNIPER); c.rect(x - u * .3, y + u * .05, u * .6, u * .12, OCHRE3, 3)
    elif name == 'radio': c.rect(x - u * .2, y - u * .4, u * .4, u * .7, INK, 4); c.line([(x + u * .1, y - u * .4), (x + u * .1, y - u * .9)], INK, 4)


def leaf_(c, x, y, L, deg, col):
    ex, ey = pol(x, y, deg + 180, L); px, py = (ey - y) * .3, -(ex - x) * .3; mx, my = (x + ex) / 2, (y + ey) / 2
    c.path('M%s %s Q%s %s %s %s Q%s %s %s %s Z' % tuple(n1(v) for v in (x, y, mx + px, my + py, ex, ey, mx - px, my - py, x, y)), col)
