import { describe, expect, test } from '@jest/globals'
import { withSettings } from '../../../../subgraphs/kit/withSettings.ts'

const optionsOf = (url: string): string | null => new URL(url).searchParams.get('options')

describe('the settings of a connection', () => {
  test('say how long the server waits for a client whose route is gone, whether anything is on its way or not', () => {
    const options = optionsOf(withSettings('postgres://passport@127.0.0.1:5432/passport'))
    expect(options).toMatch(/-c tcp_keepalives_idle=10 -c tcp_keepalives_interval=5 -c tcp_keepalives_count=3/)
    expect(options).toContain('-c tcp_user_timeout=25000')
  })

  test('stand behind those that the URL has, so that ours hold where both say something', () => {
    const url = 'postgres://passport@127.0.0.1:5432/passport?sslmode=require&options=-c%20TimeZone%3DAsia%2FJayapura'
    const told = withSettings(url)
    expect(optionsOf(told)).toMatch(/^-c TimeZone=Asia\/Jayapura -c TimeZone=UTC /)
    expect(new URL(told).searchParams.get('sslmode')).toBe('require')
  })
})
