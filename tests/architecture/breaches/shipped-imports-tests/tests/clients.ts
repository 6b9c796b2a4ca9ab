export const clients = []
