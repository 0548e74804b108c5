// Cards with rewards (developer.craftgate.io/test-cards/reward-point-featured-test-cards):
// number|rewards|points of the card|points that hold at this shop only; amounts in lira, - where there are none
// R points, E extra instalments, P postponed instalments
export const REWARD_CARDS = `
4043080000000003|R|12.35|5.20
4032800000000007|R|11.22|45.58
4024580000000005|R|50.40|100.00
4090700000000008|R|22.82|-
4048090000000007|REP|33.82|25.00
4329540000080110|R|10.00|-
4355080000000005|R|24.24|40.00
5209222154820003|E|-|-
`
