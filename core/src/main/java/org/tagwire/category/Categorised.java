package org.tagwire.category;

import org.tagwire.model.Category;

/**
 * A field and why.
 *
 * @param category the field, General where nothing stands out
 * @param reason one line a person understands: the source, and where the text had to tell, how
 *     likely the first two fields are
 */
public record Categorised(Category category, String reason) {}
