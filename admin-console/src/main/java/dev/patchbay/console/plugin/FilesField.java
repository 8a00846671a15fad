package dev.patchbay.console.plugin;

import com.vaadin.flow.component.customfield.CustomField;
import com.vaadin.flow.component.upload.Upload;
import com.vaadin.flow.component.upload.UploadI18N;
import com.vaadin.flow.server.streams.InMemoryUploadHandler;
import com.vaadin.flow.server.streams.UploadMetadata;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files that are chosen or dropped. They go to the host within the body of a call, as {@code data:}
 * addresses, so that together they are no larger than a body may be; that is said before one is
 * chosen.
 */
final class FilesField extends CustomField<List<Map<String, String>>> {
  /** What fits into a body of one mebibyte in base64, beside a text of 40,000 characters. */
  static final int MOST_BYTES = 700 * 1024;

  private static final int MOST_FILES = 20;
  private static final String LIMIT = "At most 700 KB in all";
  private static final String UNKNOWN = "application/octet-stream";

  /** Whether other files than that of the event are on their way. */
  private static final String OTHERS =
      "element.files.some(file => file.uploading && file !== event.detail.file)";

  private final transient List<ChosenFile> chosen = new ArrayList<>();
  private final Upload upload = new Upload(new Bounded(this));
  private boolean isUnderWay;

  FilesField(String label) {
    upload.setMaxFiles(MOST_FILES);
    upload.setMaxFileSize(MOST_BYTES);
    upload.setI18n(words());
    upload.getElement().setAttribute("aria-label", label);
    upload.addFileRemovedListener(removed -> remove(removed.getFileName()));
    upload.addFileRejectedListener(rejected -> complain(rejected.getErrorMessage()));
    followTheBrowser();
    setHelperText(LIMIT);
    add(upload);
  }

  /** It knows of a file before the server does. */
  private void followTheBrowser() {
    upload.getElement().addEventListener("upload-before", begun -> isUnderWay = true);
    Stream.of("upload-success", "upload-error", "upload-abort")
        .forEach(
            ended ->
                upload
                    .getElement()
                    .addEventListener(
                        ended, event -> isUnderWay = event.getEventData().getBoolean(OTHERS))
                    .addEventData(OTHERS));
  }

  private static UploadI18N words() {
    return new UploadI18N()
        .setAddFiles(new UploadI18N.AddFiles().setOne("Choose a file").setMany("Choose files"))
        .setDropFiles(
            new UploadI18N.DropFiles().setOne("or drop it here").setMany("or drop them here"))
        .setError(
            new UploadI18N.Error()
                .setTooManyFiles("At most " + MOST_FILES + " files")
                .setFileIsTooBig("The file is too large. " + LIMIT + "."));
  }

  /** Whether all files are there and fit into a call; complains if they do not. */
  boolean check() {
    if (isUnderWay) {
      complain("A file is still on its way. Try again when it is there.");
      return false;
    }
    return fits();
  }

  private boolean fits() {
    boolean fits = chosen.stream().mapToLong(ChosenFile::size).sum() <= MOST_BYTES;
    if (!fits) {
      complain("The files are too large together. " + LIMIT + ".");
    }
    return fits;
  }

  private void complain(String problem) {
    setErrorMessage(problem);
    setInvalid(true);
  }

  private void take(UploadMetadata file, byte[] content) {
    chosen.add(
        new ChosenFile(
            file.fileName(),
            Optional.ofNullable(file.contentType()).filter(type -> !type.isBlank()).orElse(UNKNOWN),
            Base64.getEncoder().encodeToString(content),
            content.length));
    changed();
  }

  private void remove(String name) {
    chosen.stream().filter(file -> file.name().equals(name)).findFirst().ifPresent(chosen::remove);
    changed();
  }

  private void changed() {
    setInvalid(false);
    updateValue();
    fits();
  }

  @Override
  protected List<Map<String, String>> generateModelValue() {
    return chosen.stream().map(ChosenFile::json).toList();
  }

  @Override
  protected void setPresentationValue(List<Map<String, String>> files) {
    if (files == null || files.isEmpty()) {
      chosen.clear();
      upload.clearFileList();
    }
  }

  private record ChosenFile(String name, String contentType, String base64, int size) {

    Map<String, String> json() {
      return Map.of(
          "name", name,
          "contentType", contentType,
          "ref", "data:" + contentType + ";base64," + base64);
    }
  }

  /** The browser tells a limit, and this keeps it: else anybody could fill the server's memory. */
  private static final class Bounded extends InMemoryUploadHandler {

    Bounded(FilesField field) {
      super(field::take);
    }

    @Override
    public long getRequestSizeMax() {
      return 2L * MOST_BYTES;
    }

    @Override
    public long getFileSizeMax() {
      return MOST_BYTES;
    }
  }
}
