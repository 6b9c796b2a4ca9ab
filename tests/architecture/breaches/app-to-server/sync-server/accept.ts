export const accept = () => undefined
