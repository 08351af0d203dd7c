/**
 * What language a text is written in.
 *
 * <p>Start with {@link org.tagwire.language.LanguageDetector}. It weighs three witnesses: the
 * script, which decides alone for languages that have one to themselves; the letter sequences of a
 * statistical model of 103 languages (Apache OpenNLP) together with the words by which neighbours
 * are told apart ({@code telling-words.txt}, written by us); and what the publisher or page
 * declares, which tips the scale between neighbours and counts more the shorter the text is.
 *
 * <p>The answer is {@code und} rather than wrong: a text of names and numbers, or one the witnesses
 * disagree on, is left undetermined, because every later stage keeps what it learns by language.
 *
 * <p>This package is a stage: it uses the model and {@code text}. It must never use another stage,
 * learn anything by itself, or load its 40 MB model before the first text needs it.
 */
@NullMarked
package org.tagwire.language;

import org.jspecify.annotations.NullMarked;
