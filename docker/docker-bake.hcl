# Both images in one description. `docker buildx bake -f docker/docker-bake.hcl` builds them from the bare clone; the targets
# `web` and `api`, which Nx runs, take what Nx has built or restored from its cache in place of the stages that would build
# it again (`contexts` replaces a stage of that name).

# The official images, unless this machine has no registry and uses stand-ins (docker/base-images).
variable "NODE_IMAGE" {
  default = "node:24-slim"
}
variable "PYTHON_IMAGE" {
  default = "python:3.14-slim"
}
variable "NGINX_IMAGE" {
  default = "nginx:1.30"
}
# From .env.
variable "APP_NAME" {
  default = "app"
}
# Prefix of the image names: the product's name, or a registry and a path in it.
variable "IMAGES" {
  default = APP_NAME
}
variable "TAG" {
  default = "local"
}
variable "VERSION" {
  default = "0.1.0"
}
# A repository in a registry where layers are kept between machines, and which of them are written: `max` is all of them,
# nothing none.
variable "LAYER_CACHE" {
  default = ""
}
variable "LAYER_CACHE_MODE" {
  default = ""
}
# Set by tools/setup/image.mjs: what the image is made of, as Nx knows it.
variable "CONTENT_TAG" {
  default = ""
}

# An image says when it was made, which would make two of the same inputs differ. https://reproducible-builds.org/specs/source-date-epoch/
target "reproducible" {
  args = { SOURCE_DATE_EPOCH = "0" }
}

group "default" {
  targets = ["web-from-clone", "api-from-clone"]
}

target "web-from-clone" {
  inherits   = ["reproducible"]
  context    = "."
  dockerfile = "apps/web/Dockerfile"
  args = {
    NODE_IMAGE   = NODE_IMAGE
    PYTHON_IMAGE = PYTHON_IMAGE
    NGINX_IMAGE  = NGINX_IMAGE
    VERSION      = VERSION
  }
  tags       = [for tag in compact(concat(split(",", TAG), [CONTENT_TAG])) : "${lower(IMAGES)}/web:${tag}"]
  cache-from = notequal("", LAYER_CACHE) ? ["type=registry,ref=${lower(LAYER_CACHE)}:web"] : []
  cache-to   = notequal("", LAYER_CACHE_MODE) ? ["type=registry,ref=${lower(LAYER_CACHE)}:web,mode=${LAYER_CACHE_MODE}"] : []
}

target "web" {
  inherits = ["web-from-clone"]
  contexts = {
    build  = "dist/apps/web"
    static = "dist/apps/api"
  }
}

target "api-from-clone" {
  inherits   = ["reproducible"]
  context    = "."
  dockerfile = "apps/api/Dockerfile"
  args = {
    PYTHON_IMAGE = PYTHON_IMAGE
    VERSION      = VERSION
  }
  tags       = [for tag in compact(concat(split(",", TAG), [CONTENT_TAG])) : "${lower(IMAGES)}/api:${tag}"]
  cache-from = notequal("", LAYER_CACHE) ? ["type=registry,ref=${lower(LAYER_CACHE)}:api"] : []
  cache-to   = notequal("", LAYER_CACHE_MODE) ? ["type=registry,ref=${lower(LAYER_CACHE)}:api,mode=${LAYER_CACHE_MODE}"] : []
}

target "api" {
  inherits = ["api-from-clone"]
  contexts = {
    static = "dist/apps/api"
  }
}
