-- The history of its stages is a part of a placement: who follows changes from their last look on finds what is added to it, mended
-- or taken away. Once for each statement, since a seed writes thousands of stages.
CREATE FUNCTION touch_placements() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE placement SET updated_at = updated_at WHERE id IN (SELECT placement_id FROM changed);
  RETURN NULL;
END
$$;

CREATE TRIGGER placement_stage_entry_added AFTER INSERT ON placement_stage_entry
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION touch_placements();
CREATE TRIGGER placement_stage_entry_mended AFTER UPDATE ON placement_stage_entry
  REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION touch_placements();
CREATE TRIGGER placement_stage_entry_removed AFTER DELETE ON placement_stage_entry
  REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION touch_placements();
