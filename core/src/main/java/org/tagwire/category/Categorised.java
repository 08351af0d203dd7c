package org.tagwire.category;

import org.tagwire.model.Category;
import org.tagwire.model.Observation;

/**
 * A field and why.
 *
 * @param category the field, General where nothing stands out
 * @param reason one line a person understands
 * @param observation what to remember: which words the publisher puts under its section
 */
public record Categorised(Category category, String reason, Observation observation) {}
