package org.safepassage.hub.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.safepassage.redact.evaluation.AnnotatedMention.Weight;
import org.safepassage.redact.evaluation.AnnotatedText;
import org.safepassage.redact.evaluation.BadCorpus;
import org.safepassage.redact.evaluation.Corpus;
import org.safepassage.redact.evaluation.Evaluation;
import org.safepassage.redact.recognisers.LabelledText;
import org.safepassage.redact.recognisers.NameTraining;
import org.safepassage.redact.tagger.TagModel;
import org.safepassage.schemas.Mention;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `hub train`: learns the model by which persons are recognised in Cyrillic text, or the one by which whatever tells
/// who
/// somebody is is recognised in English text. Exit 0, or 2 when a corpus cannot be
/// used.
@Command(
        name = "train",
        description = "Learns a model for names from annotated texts of yours.",
        mixinStandardHelpOptions = true)
final class TrainCommand implements Callable<Integer> {
    @Option(
            names = "--corpora",
            paramLabel = "DIR",
            required = true,
            description = "Folder of annotated texts, as `eval redaction` reads them.")
    private Path corpora = Path.of("");

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where the model goes.")
    private Path out = Path.of("");

    @Option(
            names = "--identifiers",
            description = "Learn English text: persons, and what tells who they are together with other things."
                    + " Without it: persons in Cyrillic text.")
    private boolean identifiers;

    @Parameters(arity = "1..*", paramLabel = "NAME", description = "Which of them: file names without .jsonl.")
    private List<String> names = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var commandLine = Objects.requireNonNull(spec).commandLine();
        try {
            List<Corpus> chosen = Evaluation.corpora(corpora).stream()
                    .filter(corpus -> names.contains(corpus.name()))
                    .toList();
            if (chosen.size() < names.size()) {
                commandLine.getErr().println("train: not every NAME is a .jsonl file of " + corpora);
                return 2;
            }
            var texts = new ArrayList<LabelledText>();
            chosen.forEach(corpus -> corpus.texts().forEach(text -> texts.add(labelled(text))));
            TagModel model = identifiers ? NameTraining.identifiers(texts) : NameTraining.names(texts);
            try (OutputStream stream = Files.newOutputStream(out)) {
                model.write(stream);
            }
            commandLine
                    .getOut()
                    .printf("%d texts, %d features, %d bytes%n", texts.size(), model.features(), Files.size(out));
            commandLine.getOut().flush();
            return 0;
        } catch (BadCorpus unusable) {
            commandLine.getErr().println("train: " + unusable.getMessage());
            return 2;
        }
    }

    /// What an annotator let stand is not learned, unless it is a person's name.
    private static LabelledText labelled(AnnotatedText text) {
        return new LabelledText(
                text.text(),
                text.mentions().stream()
                        .filter(mention -> mention.weight() != Weight.OPEN
                                || mention.family().equals("PERSON"))
                        .map(mention ->
                                new Mention(mention.start(), mention.end(), mention.type(), null, null, 1, "annotated"))
                        .toList());
    }
}
