import { test as base } from '@playwright/test'

export * from '@playwright/test'

/** Leaves no browser open that it opened: dozens of clients that go on listening slow down every test after it. */
export const test = base.extend<{ leaveNothingOpen: void }>({
  leaveNothingOpen: [
    async ({ browser }, use) => {
      await use()
      await Promise.all(browser.contexts().map((context) => context.close()))
    },
    { auto: true },
  ],
})
