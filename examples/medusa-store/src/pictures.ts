/** Where Medusa serves what lies in its folder `static`. Without a host: servers of one shop have different ones. */
export const pictureUrl = (slug: string): string => `/static/zerdali/${slug}.jpg`
