package org.tagwire.server.web;

/**
 * What happens when a form is sent. It is called only for who may, and with a form that one of our
 * own pages has written.
 */
@FunctionalInterface
public interface Action {
  /** Does what the form says, and answers, mostly by {@link Reply#seeOther}. */
  Reply take(Visit visit, Form form);
}
