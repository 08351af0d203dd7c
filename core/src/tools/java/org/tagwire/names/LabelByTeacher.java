package org.tagwire.names;

import edu.emory.mathcs.nlp.component.morph.english.EnglishMorphAnalyzer;
import edu.emory.mathcs.nlp.component.template.OnlineComponent;
import edu.emory.mathcs.nlp.component.template.lexicon.GlobalLexica;
import edu.emory.mathcs.nlp.component.template.node.NLPNode;
import edu.emory.mathcs.nlp.component.template.util.NLPFlag;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Lets NLP4J (Emory University, Apache-2.0; with its word vectors, far too large to ship) label
 * tokens, one a line with an empty line after each sentence. Arguments: pairs of a file to read and
 * a file to write. Writes token, part of speech, name label, and the label that people had given or
 * {@code _}.
 */
final class LabelByTeacher {
  private static final String LEXICA = "edu/emory/mathcs/nlp/lexica/";
  private static final String MODELS = "edu/emory/mathcs/nlp/models/";

  private final GlobalLexica<NLPNode> lexica;
  private final OnlineComponent<NLPNode, ?> parts;
  private final OnlineComponent<NLPNode, ?> names;
  private final EnglishMorphAnalyzer forms = new EnglishMorphAnalyzer();

  private LabelByTeacher() throws IOException, ClassNotFoundException {
    this.lexica =
        new GlobalLexica<>(new ByteArrayInputStream(settings().getBytes(StandardCharsets.UTF_8)));
    this.parts = component("en-pos.xz");
    this.names = component("en-ner.xz");
  }

  private static String settings() {
    return "<configuration><lexica>"
        + lexicon("ambiguity_classes", "word_form_simplified", "ambiguity-classes-simplified")
        + lexicon(
            "word_clusters",
            "word_form_simplified_lowercase",
            "brown-clusters-simplified-lowercase")
        + lexicon(
            "named_entity_gazetteers", "word_form_simplified", "named-entity-gazetteers-simplified")
        + lexicon("word_embeddings", "word_form_undigitalized", "word-embeddings-undigitalized")
        + lexicon("stop_words", "word_form_simplified_lowercase", "stop-words-simplified-lowercase")
        + "</lexica></configuration>";
  }

  private static String lexicon(String element, String field, String name) {
    String open = "<" + element + " field=\"" + field + "\">";
    return open + LEXICA + "en-" + name + ".xz</" + element + ">";
  }

  @SuppressWarnings("unchecked") // the model is what its name says
  private static OnlineComponent<NLPNode, ?> component(String name)
      throws IOException, ClassNotFoundException {
    OnlineComponent<NLPNode, ?> component =
        (OnlineComponent<NLPNode, ?>) Packing.read(MODELS + name);
    component.setFlag(NLPFlag.DECODE);
    return component;
  }

  public static void main(String[] arguments) throws IOException, ClassNotFoundException {
    LabelByTeacher teacher = new LabelByTeacher();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      teacher.label(Path.of(arguments[i]), Path.of(arguments[i + 1]));
    }
  }

  private void label(Path from, Path to) throws IOException {
    try (BufferedReader in =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(Files.newInputStream(from)), StandardCharsets.UTF_8));
        PrintWriter out =
            new PrintWriter(
                new GZIPOutputStream(Files.newOutputStream(to)), false, StandardCharsets.UTF_8)) {
      List<String[]> sentence = new ArrayList<>();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        boolean document = line.startsWith("-DOCSTART-");
        if (document || line.isEmpty()) {
          label(sentence, out);
          sentence.clear();
          out.print(document ? "-DOCSTART-\n\n" : "");
        } else {
          sentence.add(line.split("\t"));
        }
      }
      label(sentence, out);
    }
  }

  private void label(List<String[]> sentence, PrintWriter out) {
    if (sentence.isEmpty()) {
      return;
    }
    NLPNode[] nodes = new NLPNode[sentence.size() + 1];
    nodes[0] = new NLPNode();
    nodes[0].toRoot();
    for (int i = 1; i < nodes.length; i++) {
      nodes[i] = new NLPNode(i, sentence.get(i - 1)[0]);
    }
    lexica.process(nodes);
    parts.process(nodes);
    for (int i = 1; i < nodes.length; i++) {
      nodes[i].setLemma(
          forms.lemmatize(nodes[i].getWordFormSimplified(), nodes[i].getPartOfSpeechTag()));
    }
    names.process(nodes);
    for (int i = 1; i < nodes.length; i++) {
      String[] given = sentence.get(i - 1);
      String people = given.length > 1 ? given[1] : "_";
      String part = nodes[i].getPartOfSpeechTag();
      out.print(
          given[0] + "\t" + part + "\t" + nodes[i].getNamedEntityTag() + "\t" + people + "\n");
    }
    out.print("\n");
  }
}
