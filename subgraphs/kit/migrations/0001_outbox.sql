-- Changes that gateways have not been told of yet. Whatever program writes, the row of a change is there exactly when the
-- change is: both are in one transaction. The change feed posts the rows in order and deletes what is acknowledged.
CREATE TABLE outbox (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- The type in the graph whose answers changed; NULL stands for everything that the agency answers, so that
  -- INSERT INTO outbox DEFAULT VALUES makes gateways forget all of it.
  type text,
  -- The entity by its key fields, such as {"nik": "5301..."}; NULL stands for all entities of the type.
  key jsonb CHECK (key IS NULL OR (type IS NOT NULL AND jsonb_typeof(key) = 'object')),
  at timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- Gateways that know already, while others do not.
  acknowledged text[] NOT NULL DEFAULT '{}'
);

CREATE FUNCTION wake_change_feed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('outbox', '');
  RETURN NULL;
END
$$;

CREATE TRIGGER outbox_wake AFTER INSERT ON outbox FOR EACH STATEMENT EXECUTE FUNCTION wake_change_feed();

-- Trigger arguments: type, key field, and a query for the keys that a row, $1, belongs to. A change of the key announces
-- both. It runs as the agency, since another program may write records and know nothing of the outbox.
CREATE FUNCTION announce_row() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
  query text := format('SELECT array_agg(key::text) FROM (%s) AS belongs (key)', TG_ARGV[2]);
  before text[];
  after text[];
BEGIN
  IF TG_OP <> 'INSERT' THEN EXECUTE query INTO before USING OLD; END IF;
  IF TG_OP <> 'DELETE' THEN EXECUTE query INTO after USING NEW; END IF;
  INSERT INTO outbox (type, key)
  SELECT DISTINCT TG_ARGV[0], jsonb_build_object(TG_ARGV[1], key) FROM unnest(before || after) AS key
  WHERE key IS NOT NULL;
  RETURN NULL;
END
$$;

-- Trigger arguments: the types of which every entity may have changed.
CREATE FUNCTION announce_types() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  INSERT INTO outbox (type) SELECT type FROM unnest(TG_ARGV) AS type;
  RETURN NULL;
END
$$;

-- To write a trigger of one's own with them would be to read as the agency.
REVOKE EXECUTE ON FUNCTION announce_row(), announce_types() FROM PUBLIC;

-- From here on, rows of a table announce the entities they belong to: announce_rows('passport', 'Applicant', 'nik',
-- 'SELECT ($1).nik'). Seeding is quiet, see seedWhenEmpty.
CREATE FUNCTION announce_rows(of_table regclass, type text, key_field text, query text) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format(
    $trigger$CREATE TRIGGER announce_%s AFTER INSERT OR UPDATE OR DELETE ON %s FOR EACH ROW
    WHEN (current_setting('satu_atap.quiet', true) IS DISTINCT FROM 'on') EXECUTE FUNCTION announce_row(%L, %L, %L)$trigger$,
    lower(type), of_table, type, key_field, query
  );
  EXECUTE format(
    'CREATE TRIGGER announce_%s_truncated AFTER TRUNCATE ON %s FOR EACH STATEMENT EXECUTE FUNCTION announce_types(%L)',
    lower(type), of_table, type
  );
END
$$;

-- From here on, any change of a table announces all entities of the types: a name that stands inside many.
CREATE FUNCTION announce_reference(of_table regclass, VARIADIC types text[]) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format(
    'CREATE TRIGGER announce_reference AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON %s FOR EACH STATEMENT
    EXECUTE FUNCTION announce_types(%s)',
    of_table, (SELECT string_agg(quote_literal(type), ', ') FROM unnest(types) AS type)
  );
END
$$;
