/** Whether a capability of a container is as good as all of them (capabilities(7)). */
export const isMighty = (capability: string | undefined): boolean =>
  /^(?:CAP_)?(?:ALL|SYS_ADMIN)$/i.test(capability ?? '')
