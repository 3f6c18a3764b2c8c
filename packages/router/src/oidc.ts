import { LinkedProvider, Provider, UnlinkProvider } from '@parley/contract/oidc'
import { Ok } from '@parley/contract/pages'
import { listLinked, listProviders, unlinkProvider } from '@parley/core/oidc/linked'
import { anybody, done, member } from './trpc.js'

/** Part of `auth`. Logging in and linking is not here: `/auth/oidc/{provider}` is a page that browsers go to. */
export const oidc = {
  /** Lists the providers by which one can log in; the page `/auth/oidc/{id}` leads to one. */
  providers: anybody.output(Provider.array()).query(({ ctx }) => listProviders(ctx)),
  /** Lists the providers by which one's account is known. */
  linkedProviders: member.output(LinkedProvider.array()).query(({ ctx }) => listLinked(ctx)),
  /** Forgets a provider; the only way into the account is `conflict`. */
  unlinkProvider: member
    .input(UnlinkProvider)
    .output(Ok)
    .mutation(({ ctx, input }) => done(unlinkProvider(ctx, input))),
}
