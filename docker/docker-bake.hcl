# Both images. `docker buildx bake -f docker/docker-bake.hcl` builds them from a bare clone. Nx runs the targets `web` and `api`,
# which replace compile stages of the Dockerfiles with the output of Nx (`contexts`).
# https://docs.docker.com/build/bake/contexts/

# Base images. Without a registry, local ones take their place (docker/base-images).
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
# Prefix of the image names: a name, or a registry and a path.
variable "IMAGES" {
  default = APP_NAME
}
# One tag, or several separated by commas.
variable "TAG" {
  default = "local"
}
# Platforms, separated by commas, such as linux/amd64,linux/arm64: only to push, since an engine loads its own platform.
variable "PLATFORMS" {
  default = ""
}
# A registry repository that shares layers between machines. LAYER_CACHE_MODE=max writes all layers to it; empty writes none.
variable "LAYER_CACHE" {
  default = ""
}
variable "LAYER_CACHE_MODE" {
  default = ""
}

group "default" {
  targets = ["web-from-clone", "api-from-clone"]
}

target "web-from-clone" {
  dockerfile = "apps/web/Dockerfile"
  args = {
    NODE_IMAGE   = NODE_IMAGE
    PYTHON_IMAGE = PYTHON_IMAGE
    NGINX_IMAGE  = NGINX_IMAGE
    # A fixed creation time, so that equal inputs give equal images. https://reproducible-builds.org/specs/source-date-epoch/
    SOURCE_DATE_EPOCH = "0"
  }
  platforms  = notequal("", PLATFORMS) ? split(",", PLATFORMS) : []
  tags       = [for tag in split(",", TAG) : "${lower(IMAGES)}/web:${tag}"]
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
  dockerfile = "apps/api/Dockerfile"
  args = {
    PYTHON_IMAGE      = PYTHON_IMAGE
    SOURCE_DATE_EPOCH = "0"
  }
  platforms  = notequal("", PLATFORMS) ? split(",", PLATFORMS) : []
  tags       = [for tag in split(",", TAG) : "${lower(IMAGES)}/api:${tag}"]
  cache-from = notequal("", LAYER_CACHE) ? ["type=registry,ref=${lower(LAYER_CACHE)}:api"] : []
  cache-to   = notequal("", LAYER_CACHE_MODE) ? ["type=registry,ref=${lower(LAYER_CACHE)}:api,mode=${LAYER_CACHE_MODE}"] : []
}

target "api" {
  inherits = ["api-from-clone"]
  contexts = {
    static = "dist/apps/api"
  }
  # Written by setup: the package index that pip uses on this machine.
  secret = ["id=pip.conf,src=.local/build-secrets/pip.conf", "id=ca.crt,src=.local/build-secrets/ca.crt"]
}
