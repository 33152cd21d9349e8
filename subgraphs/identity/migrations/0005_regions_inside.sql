-- What lies inside a region is asked for by the region that holds it.
CREATE INDEX region_parent ON region (parent_code);
