/**
 * Tells zod not to try whether it may compile schemas: the security policy forbids it, and each try is reported as a
 * violation. Imported before anything that makes a schema, hence by zod's global rather than by importing zod.
 */
{
  const key = '__zod_globalConfig'
  const scope = globalThis as unknown as Record<string, object | undefined>
  scope[key] = Object.assign(scope[key] ?? {}, { jitless: true })
}
