/** What a provider sends when a session of it has ended; other keys may stand beside. Named by OpenID Connect. */
export class LogoutTokenDto {
  logout_token!: string;
}
