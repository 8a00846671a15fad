package dev.patchbay.console.twoway;

import com.fasterxml.jackson.databind.JsonNode;

/** What an edit makes of one field: a side that has nothing there has none. */
record FieldChange(String path, JsonNode from, JsonNode to) {}
