-- Whoever writes now, by the function as it was, is waited for.
LOCK TABLE person IN SHARE ROW EXCLUSIVE MODE;

-- A change is dated when it is written, and is seen when its transaction commits: whoever asks from its last look on would
-- miss for ever what was written before that look and committed after it. Until it is seen, a change therefore holds a lock
-- whose number is the second at which its transaction began. It is shared, so nobody ever waits for it.
CREATE OR REPLACE FUNCTION mark_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND NEW.id <> OLD.id THEN
    RAISE EXCEPTION 'A person keeps the id that lists are ordered by.';
  END IF;
  PERFORM pg_advisory_xact_lock_shared((61::bigint << 32) + floor(extract(epoch FROM now()))::bigint);
  NEW.updated_at := clock_timestamp();
  RETURN NEW;
END
$$;

-- From when on to ask, after a look that begins now, so that no change is missed: from now on, or from the beginning of the
-- oldest transaction that has written and not committed. To be asked before the rows are, in a statement of its own: of one
-- statement, the rows would be as they were before the locks are looked at.
CREATE FUNCTION next_updated_since() RETURNS timestamptz LANGUAGE sql AS $$
  SELECT date_trunc('milliseconds', least(statement_timestamp(), min(to_timestamp(objid::bigint))))
  FROM pg_locks
  WHERE locktype = 'advisory' AND classid = 61 AND objsubid = 1
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
$$;
