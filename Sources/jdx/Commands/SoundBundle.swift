import Packaging

/// A bundle whose signatures, if it has any, fit it: what is made of it would carry a forged one further.
func soundBundle(_ path: String) throws(Failure) -> OpenBundle {
  let bundle = try Input.bundle(path)
  guard let broken = SignatureReport(bundle).broken else { return bundle }
  throw Failure(.badInput, .bundleDamaged, in: Input.shown(path), broken.reason, hint: broken.hint)
}
