package dev.parley.server.boot;

import dev.parley.account.PhoneNumber;
import dev.parley.media.MediaId;
import dev.parley.server.admin.ProfilePictures;
import dev.parley.server.http.Request;
import dev.parley.server.media.PictureFiles;

/// The pictures of profiles, kept beside all other files.
record KeptPictures(PictureFiles files) implements ProfilePictures {
  @Override
  public Outcome keep(PhoneNumber number, String handle) {
    return switch (files.keep(number, handle)) {
      case PictureFiles.Outcome.Kept(var picture) -> new Outcome.Kept(picture);
      case PictureFiles.Outcome.NotTaken(var why) -> new Outcome.NotTaken(why);
    };
  }

  @Override
  public void drop(MediaId picture) {
    files.drop(picture);
  }

  @Override
  public String url(Request request, MediaId picture) {
    return files.url(request, picture);
  }
}
