/** Abbreviations after which a full stop ends no sentence, of the languages known here, without their last full stop. */

/** A sentence never ends after these. */
export const neverEnding: ReadonlySet<string> = new Set(
  `e.g i.e eg ie cf vs viz dr mr mrs ms prof st messrs hon rev gen col lt sgt capt gov sen rep
  fig figs eq eqs eqn sec sect ch chap vol vols ed eds pp ff resp approx dept est ref refs tab tabs app incl excl max min avg
  z.b d.h u.a u.ä o.ä i.d.r s.o s.u bzw ca vgl nr abb kap bd hrsg bsp evtl ggf inkl zzgl sog geb gest str hr fr frl dipl ing
  p.ex c.-à-d env mme mlle mm av bd éd chap art
  p.ej sr sra srta dra d dña núm pág págs tel aprox ej
  p.es dott sig sigg ecc pag pagg ingg avv on
  prof.ª exmo exma
  bijv d.w.z o.a m.b.t i.v.m blz dhr mevr ong resp zgn
  ibid op cit loc tel fax`
    .split(/\s+/u)
    .filter((one) => one !== ''),
)

/** After these only where a number, a bracket or a small letter follows. */
export const beforeNumber: ReadonlySet<string> = new Set(
  `no nos p s n art par para § sec jan feb mar apr jun jul aug sep sept oct nov dec jän mär okt dez janv févr avr juil août déc
  ene abr ago dic gen mag giu lug set ott mrt mei fl bl lit ziff abs rn`
    .split(/\s+/u)
    .filter((one) => one !== ''),
)

/** After these a sentence may end: it does where the next word is one that sentences begin with. */
export const sometimesEnding: ReadonlySet<string> = new Set(
  `etc al inc ltd co corp jr sr u.s u.k u.n a.m p.m usw u.s.w d.c b.c a.d ph.d b.a m.a m.sc b.sc plc gmbh sa e.v enz dgl jh mio mrd
  bros assn govt`
    .split(/\s+/u)
    .filter((one) => one !== ''),
)
