-- The history of its stages is a part of a placement: who follows changes from their last look on finds what is added to it, mended,
-- moved or taken away, whoever writes it and with whatever rights. Once for each statement, since a seed writes thousands of
-- stages; in one order, so that two statements about the same placements wait for each other and none is given up.
CREATE FUNCTION touch_placements() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    UPDATE placement SET updated_at = updated_at;
    RETURN NULL;
  END IF;
  PERFORM FROM placement WHERE id IN (SELECT placement_id FROM changed) ORDER BY id FOR NO KEY UPDATE;
  UPDATE placement SET updated_at = updated_at WHERE id IN (SELECT placement_id FROM changed);
  RETURN NULL;
END
$$;
REVOKE EXECUTE ON FUNCTION touch_placements() FROM PUBLIC;

CREATE TRIGGER placement_stage_entry_added AFTER INSERT ON placement_stage_entry
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION touch_placements();
CREATE TRIGGER placement_stage_entry_mended AFTER UPDATE ON placement_stage_entry
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION touch_placements();
CREATE TRIGGER placement_stage_entry_moved AFTER UPDATE ON placement_stage_entry
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION touch_placements();
CREATE TRIGGER placement_stage_entry_removed AFTER DELETE ON placement_stage_entry
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION touch_placements();
CREATE TRIGGER placement_stage_entry_emptied AFTER TRUNCATE ON placement_stage_entry
  FOR EACH STATEMENT EXECUTE FUNCTION touch_placements();
