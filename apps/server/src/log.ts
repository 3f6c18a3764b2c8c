import { type DestinationStream, type Logger, pino } from 'pino'

/** JSON lines. What could be a secret never gets in, wherever somebody logs a whole request. */
export const createLog = (level: string, destination?: DestinationStream): Logger =>
  pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: {
        paths: [
          '*.password',
          '*.currentPassword',
          '*.newPassword',
          '*.totp',
          '*.token',
          '*.accessToken',
          '*.refreshToken',
          '*.authorization',
          '*.cookie',
          'headers.authorization',
          'headers.cookie',
        ],
        censor: '***',
      },
    },
    ...(destination ? [destination] : []),
  )
